/** What a function's role allows, as AWS IAM would decide it: here too a function can do no more than the template lets it. */
@NullMarked
package org.supportpin.local.iam;

import org.jspecify.annotations.NullMarked;
