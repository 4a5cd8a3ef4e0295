package org.supportpin.functions.aws;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.supportpin.domain.customer.DestinationBudget;
import org.supportpin.domain.customer.DestinationBudgets;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MacAlgorithmSpec;

/**
 * {@link DestinationBudgets} in the table: the items {@code DESTINATION#…}. The destination's hash is an HMAC by KMS, whose key
 * never leaves it: whoever reads the table cannot try the few million numbers that there are.
 */
public final class DynamoDestinationBudgets implements DestinationBudgets {

    private final Table table;
    private final KmsClient kms;
    private final String keyId;

    /** @param keyId the KMS key for HMAC (SHA-256) */
    public DynamoDestinationBudgets(DynamoDbClient client, String table, KmsClient kms, String keyId) {
        this.table = new Table(client, table);
        this.kms = kms;
        this.keyId = keyId;
    }

    @Override
    public DestinationBudget read(PhoneNumber number) {
        return read(hash(number.e164()));
    }

    /** Local parts are compared without regard to case, as nearly all mail systems do (RFC 5321 §2.4). */
    @Override
    public DestinationBudget read(EmailAddress address) {
        return read(hash(address.address().toLowerCase(Locale.ROOT)));
    }

    private DestinationBudget read(String destination) {
        return table.find("a number's budget", key(destination))
                .map(item -> new DestinationBudget(
                        destination, instants(item, "pins"), instants(item, "codes"), Table.number(item, "version")))
                .orElseGet(() -> DestinationBudget.fresh(destination));
    }

    private String hash(String destination) {
        try {
            var mac = kms.generateMac(request -> request.keyId(keyId)
                    .macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256)
                    .message(SdkBytes.fromString(destination, StandardCharsets.UTF_8)));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.mac().asByteArrayUnsafe());
        } catch (SdkException e) {
            throw new KeysUnavailable("GenerateMac failed", e);
        }
    }

    private static Map<String, AttributeValue> key(String destination) {
        return Map.of(Table.PK, Table.text("DESTINATION#" + destination), Table.SK, Table.text(Table.BUDGET));
    }

    private static List<Instant> instants(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::l).orElse(List.of()).stream()
                .map(Table::instant)
                .toList();
    }

    /** The write of an SMS, if the budget has not changed since it was read. */
    static Put count(Table table, DestinationBudget budget) {
        var item = new HashMap<>(key(budget.destination()));
        item.put("pins", instants(budget.pins()));
        item.put("codes", instants(budget.codes()));
        item.put("version", Table.number(budget.version()));
        item.put(Table.EXPIRES, Table.number(lastsUntil(budget).getEpochSecond() + 1));
        return table.next(item, budget.version());
    }

    private static AttributeValue instants(List<Instant> instants) {
        return AttributeValue.fromL(instants.stream().map(Table::instant).toList());
    }

    private static Instant lastsUntil(DestinationBudget budget) {
        return Stream.concat(budget.pins().stream(), budget.codes().stream())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH)
                .plus(DestinationBudget.LENGTH);
    }
}
