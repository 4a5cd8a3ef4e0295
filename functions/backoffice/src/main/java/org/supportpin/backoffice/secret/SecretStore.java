package org.supportpin.backoffice.secret;

/** Where connectors' secrets are kept. */
@FunctionalInterface
public interface SecretStore {

    /**
     * Opens a secret; the answer may be some minutes old.
     *
     * @throws SecretUnavailable if there is none, or it cannot be read now
     */
    Secret open(SecretReference reference);
}
