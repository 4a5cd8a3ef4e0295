package org.supportpin.functions.settings;

import org.supportpin.functions.settings.Environment.Given;

/**
 * Table and keys.
 *
 * @param keyId the KMS key that wraps customers' secrets
 * @param destinationKeyId the KMS key for HMAC that hashes the numbers of SMS
 * @param tenant part of every secret's encryption context
 */
public record Storage(String table, String keyId, String destinationKeyId, String tenant) {

    static Given<Storage> read(Environment environment) {
        return environment.group(() -> {
            var table = environment.text(Variable.TABLE_NAME);
            var keyId = environment.text(Variable.KEY_ID);
            var destinationKeyId = environment.text(Variable.DESTINATION_KEY_ID);
            var tenant = environment.text(Variable.TENANT);
            return () -> new Storage(table.get(), keyId.get(), destinationKeyId.get(), tenant.get());
        });
    }
}
