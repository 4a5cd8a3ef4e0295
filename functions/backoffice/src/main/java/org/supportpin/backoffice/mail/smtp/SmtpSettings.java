package org.supportpin.backoffice.mail.smtp;

import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.http.Network;
import org.supportpin.backoffice.json.Codec;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.check.Text;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.mail.EmailAddress;

/**
 * The mail server, and the sender.
 *
 * @param login null if the server requires none
 * @param from the sender, also of the envelope
 * @param fromName the sender's display name; null for the address alone
 */
public record SmtpSettings(
        String host,
        int port,
        Tls tls,
        Network network,
        @Nullable Login login,
        EmailAddress from,
        @Nullable String fromName) {

    public record Login(String user, SecretReference password) {}

    public enum Tls implements WireName {
        /** STARTTLS (RFC 3207), required before anything else is sent. */
        STARTTLS(587),
        /** TLS from the first byte (RFC 8314). */
        IMPLICIT(465),
        /** No TLS: only on this machine. */
        NONE(25);

        private final int usualPort;

        Tls(int usualPort) {
            this.usualPort = usualPort;
        }
    }

    private static final Read<String> HOST =
            Read.matching("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?", "Enter the server's host name.");

    public static final Read<SmtpSettings> READ = Read.object(fields -> {
        var host = fields.required("host", HOST);
        var port = fields.optional("port", Read.integer(1, 65_535));
        var tls = fields.optional("tls", Codec.oneOf(Tls.values()));
        var network = fields.optional("network", Network.JSON);
        var user = fields.optional("user", Read.text(text -> Text.line(text, 1, 256)));
        var password = fields.optional("password", SecretReference.READ);
        var from = fields.required("from", Read.text(EmailAddress::parse));
        var fromName = fields.optional("fromName", Read.text(text -> Text.line(text, 1, 100)));
        if (tls.orNull() == Tls.NONE && network.orNull() != Network.LOOPBACK) {
            fields.fault(new Fault(
                    "/tls", "Use starttls or implicit; none is only allowed with \"network\": \"loopback\"."));
        }
        if (fields.has("user") != fields.has("password")) {
            fields.fault(new Fault("/user", "Enter both user and password, or neither."));
        }
        return fields.make(() -> {
            var how = tls.orElse(Tls.STARTTLS);
            return new SmtpSettings(
                    host.get(),
                    port.orElse(how.usualPort),
                    how,
                    network.orElse(Network.PUBLIC),
                    fields.has("user") ? new Login(user.get(), password.get()) : null,
                    from.get(),
                    fromName.orNull());
        });
    });
}
