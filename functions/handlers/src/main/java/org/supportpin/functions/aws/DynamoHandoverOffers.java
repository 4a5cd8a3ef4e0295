package org.supportpin.functions.aws;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.supportpin.domain.customer.HandoverOffer;
import org.supportpin.domain.customer.HandoverOffers;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.domain.pin.HandoverCode;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MacAlgorithmSpec;

/**
 * {@link HandoverOffers} in the table: the items {@code HANDOVER#…}. The code's hash is an HMAC by KMS, whose key never leaves it: whoever
 * reads the table cannot try the ten thousand codes that there are.
 */
public final class DynamoHandoverOffers implements HandoverOffers {

    static final String HANDOVER = "HANDOVER#";
    private static final String OFFER = "OFFER";
    private static final String UNTIL = "until";

    private final Table table;
    private final KmsClient kms;
    private final String keyId;

    /** @param keyId the KMS key for HMAC (SHA-256) */
    public DynamoHandoverOffers(DynamoDbClient client, String table, KmsClient kms, String keyId) {
        this.table = new Table(client, table);
        this.kms = kms;
        this.keyId = keyId;
    }

    /** No number begins like this, so the key's other hashes, those of numbers, are never the same. */
    @Override
    public String place(HandoverCode code) {
        try {
            var mac = kms.generateMac(request -> request.keyId(keyId)
                    .macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256)
                    .message(SdkBytes.fromString("handover " + code.digits(), StandardCharsets.UTF_8)));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.mac().asByteArrayUnsafe());
        } catch (SdkException e) {
            throw new KeysUnavailable("GenerateMac failed", e);
        }
    }

    @Override
    public Optional<HandoverOffer> find(String place, Instant now) {
        return table.find("a handover", key(place))
                .flatMap(item -> VerificationId.parse(Table.text(item, "verification"))
                        .map(id -> new HandoverOffer(place, id, Instant.ofEpochMilli(Table.number(item, UNTIL)))))
                .filter(offer -> now.isBefore(offer.until()));
    }

    private static Map<String, AttributeValue> key(String place) {
        return Map.of(Table.PK, Table.text(HANDOVER + place), Table.SK, Table.text(OFFER));
    }

    /** The write of an offer, unless another that is not over has its place. */
    static Put put(Table table, HandoverOffer offer, Instant now) {
        var item = new HashMap<>(key(offer.place()));
        item.put("verification", Table.text(offer.verification().text()));
        item.put(UNTIL, Table.instant(offer.until()));
        item.put(Table.EXPIRES, Table.number(offer.until().getEpochSecond() + 1));
        return Put.builder()
                .tableName(table.name())
                .item(item)
                .conditionExpression("attribute_not_exists(pk) OR #until <= :now")
                .expressionAttributeNames(Map.of("#until", UNTIL))
                .expressionAttributeValues(Map.of(":now", Table.instant(now)))
                .build();
    }
}
