package org.supportpin.functions.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.supportpin.functions.settings.Environment.Given;

/**
 * Table and keys.
 *
 * @param keyId the ARN of the KMS key that wraps customers' keys
 * @param earlierKeyIds the ARNs of KMS keys that wrapped some of them before, and may still open those
 * @param destinationKeyId the ARN of the KMS key for HMAC that hashes the numbers of SMS
 * @param tenant part of every key's encryption context
 * @param retention how long an action is kept after its end
 */
public record Storage(
        String table,
        String keyId,
        Set<String> earlierKeyIds,
        String destinationKeyId,
        String tenant,
        Duration retention) {

    /** A year and a month, so that a customer can ask about anything in the last year. */
    public static final Duration RETENTION = Duration.ofDays(400);

    public static final Duration LEAST_RETENTION = Duration.ofDays(30);
    public static final Duration MOST_RETENTION = Duration.ofDays(3650);

    private static final Pattern KEY = Pattern.compile("arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+");

    static Given<Storage> read(Environment environment) {
        return environment.group(() -> {
            var table = environment.text(Variable.TABLE_NAME);
            var keyId = environment.value(Variable.KEY_ID, Storage::arn);
            var earlier = environment.optional(Variable.EARLIER_KEY_IDS, Storage::list, Set.<String>of());
            var destinationKeyId = environment.value(Variable.DESTINATION_KEY_ID, Storage::arn);
            var tenant = environment.text(Variable.TENANT);
            var retention = environment.value(Variable.RETENTION_DAYS, Storage::days);
            return () -> new Storage(
                    table.get(), keyId.get(), earlier.get(), destinationKeyId.get(), tenant.get(), retention.get());
        });
    }

    private static Duration days(String text) {
        if (text.matches("[0-9]{1,4}")) {
            var days = Duration.ofDays(Integer.parseInt(text));
            if (days.compareTo(LEAST_RETENTION) >= 0 && days.compareTo(MOST_RETENTION) <= 0) {
                return days;
            }
        }
        throw new IllegalArgumentException(
                "use a number of days from %d to %d".formatted(LEAST_RETENTION.toDays(), MOST_RETENTION.toDays()));
    }

    private static Set<String> list(String keyIds) {
        return Set.copyOf(arns(keyIds));
    }

    /** Keys, separated by commas. */
    static List<String> arns(String keyIds) {
        return Arrays.stream(keyIds.split(","))
                .map(String::strip)
                .map(Storage::arn)
                .distinct()
                .toList();
    }

    /** KMS answers with the ARN, which is what is stored and compared. */
    static String arn(String keyId) {
        if (!KEY.matcher(keyId).matches()) {
            throw new IllegalArgumentException("use the key's ARN, arn:aws:kms:<region>:<account>:key/<id>");
        }
        return keyId;
    }
}
