package org.supportpin.backoffice.secret;

/** The store of the connectors' secrets. */
@FunctionalInterface
public interface SecretStore {

    /**
     * Opens a secret, which may be some minutes old.
     *
     * @throws SecretUnavailable if there is none, or it cannot be read now
     */
    Secret open(SecretReference reference);
}
