/** The service against one AWS endpoint: an emulator's, or any other that speaks DynamoDB, KMS and SNS. */
@NullMarked
package org.supportpin.local.emulator;

import org.jspecify.annotations.NullMarked;
