package org.supportpin.connectorcheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.secret.SecretUnavailable;
import org.supportpin.command.Report;

/**
 * The secrets that the settings name, from files or from environment variables, so that none is typed on a command line. What cannot be
 * opened is remembered for the report, without any part of a secret.
 */
final class GivenSecrets implements SecretStore {

    private static final String PREFIX = "CONNECTOR_SECRET";

    private final @Nullable Path folder;
    private final Map<String, String> environment;
    private final Map<SecretReference, String> missing = new LinkedHashMap<>();
    private final Map<String, SecretReference> variables = new LinkedHashMap<>();

    /**
     * @param folder with a file for each secret; null for environment variables
     */
    GivenSecrets(@Nullable Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    @Override
    public synchronized Secret open(SecretReference reference) {
        try {
            return new Secret(folder == null ? variable(reference) : file(folder, reference));
        } catch (SecretUnavailable e) {
            missing.putIfAbsent(reference, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private String variable(SecretReference reference) {
        var name = variableOf(reference);
        var other = variables.putIfAbsent(name, reference);
        if (other != null && !other.equals(reference)) {
            throw new SecretUnavailable("two secrets would be the variable " + name + "; use files (-Dsecrets=FOLDER)");
        }
        var value = environment.get(name);
        if (value == null) {
            throw new SecretUnavailable("set the variable " + name + ", or use files (-Dsecrets=FOLDER)");
        }
        return value;
    }

    /** {@code ssm:/support-pin/key} is {@code CONNECTOR_SECRET_SUPPORT_PIN_KEY}. */
    static String variableOf(SecretReference reference) {
        return PREFIX + reference.name().replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** The file's text without a line end. A name cannot lead out of the folder unless it has a part of dots, which is rejected. */
    private static String file(Path folder, SecretReference reference) {
        var file = folder.resolve(reference.name().substring(1)).normalize();
        if (!file.startsWith(folder.normalize())) {
            throw new SecretUnavailable("its name leads out of the folder of secrets");
        }
        try {
            return Files.readString(file).replaceAll("\\R\\z", "");
        } catch (IOException e) {
            throw new SecretUnavailable(
                    "put it into the file " + reference.name().substring(1) + " in that folder", e);
        }
    }

    /** Each secret that could not be opened, with what to do. */
    synchronized void tell(Report report) {
        missing.forEach((reference, advice) -> report.problem(
                "The secret " + reference + " is not given, so nothing was sent that needs it.", advice));
    }
}
