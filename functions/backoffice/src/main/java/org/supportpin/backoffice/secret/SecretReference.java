package org.supportpin.backoffice.secret;

import java.util.regex.Pattern;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.check.Checked;

/**
 * A reference to a secret: {@code ssm:/support-pin/powerdns}, a parameter of SSM Parameter Store. A secret of Secrets Manager is
 * {@code ssm:/aws/reference/secretsmanager/…}.
 *
 * @param name the parameter's name, which starts with a slash
 */
public record SecretReference(String name) {

    private static final String SCHEME = "ssm:";
    private static final Pattern NAME = Pattern.compile("(/[A-Za-z0-9._-]{1,128}){1,15}");

    public static final Read<SecretReference> READ = Read.text(SecretReference::parse);

    public SecretReference {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a parameter");
        }
    }

    /** Parses a reference. The fault does not repeat it, because it may be the secret itself. */
    public static Checked<SecretReference> parse(String text) {
        return text.startsWith(SCHEME)
                        && NAME.matcher(text.substring(SCHEME.length())).matches()
                ? Checked.valid(new SecretReference(text.substring(SCHEME.length())))
                : Checked.faulty(
                        "Enter a reference to the secret, for example ssm:/support-pin/key, and never the secret itself.");
    }

    @Override
    public String toString() {
        return SCHEME + name;
    }
}
