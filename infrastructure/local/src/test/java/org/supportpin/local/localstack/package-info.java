/** The service against one AWS endpoint: LocalStack's, or any other that speaks DynamoDB, KMS and SNS. */
@NullMarked
package org.supportpin.local.localstack;

import org.jspecify.annotations.NullMarked;
