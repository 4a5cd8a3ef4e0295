/** The domain's ports on DynamoDB, KMS and SNS. */
@NullMarked
package org.supportpin.functions.aws;

import org.jspecify.annotations.NullMarked;
