package org.supportpin.backoffice.secret;

import java.util.regex.Pattern;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.check.Checked;

/**
 * Where a secret is kept: {@code ssm:/support-pin/powerdns}, a parameter of SSM Parameter Store. A secret of Secrets Manager is
 * reached by the same service, as {@code ssm:/aws/reference/secretsmanager/…}.
 *
 * @param name the parameter's, which starts with a slash
 */
public record SecretReference(String name) {

    private static final String SCHEME = "ssm:";
    private static final Pattern NAME = Pattern.compile("(/[A-Za-z0-9._-]{1,128}){1,15}");

    /** Where settings name a secret. */
    public static final Read<SecretReference> READ = Read.text(SecretReference::parse);

    public SecretReference {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a parameter");
        }
    }

    /** Judges a reference. No message repeats it: somebody may have put the secret itself there. */
    public static Checked<SecretReference> parse(String text) {
        return text.startsWith(SCHEME)
                        && NAME.matcher(text.substring(SCHEME.length())).matches()
                ? Checked.valid(new SecretReference(text.substring(SCHEME.length())))
                : Checked.faulty(
                        "Give a reference to the secret, such as ssm:/support-pin/key; never the secret itself.");
    }

    @Override
    public String toString() {
        return SCHEME + name;
    }
}
