package org.supportpin.backoffice.mail.smtp;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.http.Network;
import org.supportpin.backoffice.json.Codec;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.check.Text;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.mail.EmailAddress;

/**
 * Where mail is handed over, and who sends it.
 *
 * @param login null where the server asks for none
 * @param from the sender, of the envelope too
 * @param fromName how the sender is shown; null for the address alone
 */
public record SmtpSettings(
        String host,
        int port,
        Tls tls,
        Network network,
        @Nullable Login login,
        EmailAddress from,
        @Nullable String fromName) {

    /** Who we are there. */
    public record Login(String user, SecretReference password) {}

    /** How the connection is made private. */
    public enum Tls implements WireName {
        /** By STARTTLS (RFC 3207), without which nothing is said. */
        STARTTLS(587),
        /** From the first byte (RFC 8314). */
        IMPLICIT(465),
        /** Not at all: on this machine alone. */
        NONE(25);

        private final int usualPort;

        Tls(int usualPort) {
            this.usualPort = usualPort;
        }
    }

    public static final Read<SmtpSettings> READ = Read.object(fields -> {
        var host = fields.required("host", Read.text(SmtpSettings::host));
        var port = fields.optional("port", Read.integer(1, 65_535));
        var tls = fields.optional("tls", Codec.oneOf(Tls.values()));
        var network = fields.optional("network", Network.JSON);
        var user = fields.optional("user", Read.text(text -> Text.line(text, 1, 256)));
        var password = fields.optional("password", SecretReference.READ);
        var from = fields.required("from", Read.text(EmailAddress::parse));
        var fromName = fields.optional("fromName", Read.text(text -> Text.line(text, 1, 100)));
        if (tls.orNull() == Tls.NONE && network.orNull() != Network.LOOPBACK) {
            fields.fault(new Fault("/tls", "Give starttls or implicit; none is for \"network\": \"loopback\" alone."));
        }
        if (fields.has("user") != fields.has("password")) {
            fields.fault(new Fault("/user", "Give user and password, or neither."));
        }
        return fields.make(() -> {
            var how = Objects.requireNonNullElse(tls.orNull(), Tls.STARTTLS);
            return new SmtpSettings(
                    host.get(),
                    Objects.requireNonNullElse(port.orNull(), how.usualPort),
                    how,
                    Objects.requireNonNullElse(network.orNull(), Network.PUBLIC),
                    fields.has("user") ? new Login(user.get(), password.get()) : null,
                    from.get(),
                    fromName.orNull());
        });
    });

    private static Checked<String> host(String text) {
        return text.matches("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")
                ? Checked.valid(text)
                : Checked.faulty("Give the server's host name.");
    }
}
