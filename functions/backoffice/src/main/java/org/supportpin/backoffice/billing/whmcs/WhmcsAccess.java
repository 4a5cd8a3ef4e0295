package org.supportpin.backoffice.billing.whmcs;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.http.Endpoint;
import org.supportpin.backoffice.json.Fields;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.secret.SecretReference;

/**
 * A WHMCS installation and an API credential for it.
 *
 * @param endpoint of the folder that contains {@code includes/api.php}
 * @param accessKey null if the caller's address is allowed instead
 */
public record WhmcsAccess(
        Endpoint endpoint,
        SecretReference identifier,
        SecretReference secret,
        @Nullable SecretReference accessKey) {

    public static final Read<WhmcsAccess> READ = Read.object(fields -> fields.make(in(fields)));

    /** Reads the members among the others of a connector's settings. */
    static Supplier<WhmcsAccess> in(Fields fields) {
        var endpoint = Endpoint.in(fields);
        var identifier = fields.required("identifier", SecretReference.READ);
        var secret = fields.required("secret", SecretReference.READ);
        var accessKey = fields.optional("accessKey", SecretReference.READ);
        return () -> new WhmcsAccess(endpoint.get(), identifier.get(), secret.get(), accessKey.orNull());
    }
}
