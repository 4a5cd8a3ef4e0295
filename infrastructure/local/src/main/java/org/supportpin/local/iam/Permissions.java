package org.supportpin.local.iam;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.kms.model.DecryptRequest;
import software.amazon.awssdk.services.kms.model.DescribeKeyRequest;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyRequest;
import software.amazon.awssdk.services.kms.model.GenerateMacRequest;
import software.amazon.awssdk.services.kms.model.GetPublicKeyRequest;
import software.amazon.awssdk.services.kms.model.ReEncryptRequest;
import software.amazon.awssdk.services.kms.model.SignRequest;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.ssm.model.GetParameterRequest;

/**
 * The permissions that a request needs, from the service authorization references of DynamoDB, EventBridge, KMS, SES, SNS and SSM, for the calls
 * that the functions make. A transaction needs the permissions of all its parts.
 */
final class Permissions {

    private static final String LEADING_KEYS = "dynamodb:LeadingKeys";

    /** The condition on the partition key, as the functions write it: {@code pk = :value}. */
    private static final Pattern PARTITION = Pattern.compile("^#?\\w+ = (:\\w+)");

    private final String region;

    Permissions(String region) {
        this.region = region;
    }

    /** @throws IllegalArgumentException for a new kind of request, which must be added here */
    List<Permission> of(SdkRequest request) {
        return switch (request) {
            case GetItemRequest get -> List.of(item("GetItem", get.tableName(), get.key()));
            case PutItemRequest put -> List.of(item("PutItem", put.tableName(), put.item()));
            case UpdateItemRequest update -> List.of(item("UpdateItem", update.tableName(), update.key()));
            case DeleteItemRequest delete -> List.of(item("DeleteItem", delete.tableName(), delete.key()));
            case TransactWriteItemsRequest transaction ->
                transaction.transactItems().stream().map(this::part).toList();
            case QueryRequest query -> List.of(query(query));
            case ScanRequest scan ->
                List.of(new Permission("dynamodb:Scan", table(scan.tableName(), scan.indexName()), Map.of()));
            case BatchGetItemRequest batch ->
                batch.requestItems().entrySet().stream()
                        .flatMap(table ->
                                table.getValue().keys().stream().map(key -> item("BatchGetItem", table.getKey(), key)))
                        .toList();
            case DecryptRequest decrypt ->
                List.of(new Permission("kms:Decrypt", decrypt.keyId(), encryption(decrypt.encryptionContext())));
            case GenerateDataKeyRequest generate ->
                List.of(new Permission(
                        "kms:GenerateDataKey", generate.keyId(), encryption(generate.encryptionContext())));
            case ReEncryptRequest again ->
                List.of(
                        new Permission(
                                "kms:ReEncryptFrom", again.sourceKeyId(), encryption(again.sourceEncryptionContext())),
                        new Permission(
                                "kms:ReEncryptTo",
                                again.destinationKeyId(),
                                encryption(again.destinationEncryptionContext())));
            case GenerateMacRequest generate ->
                List.of(new Permission(
                        "kms:GenerateMac",
                        generate.keyId(),
                        Map.of("kms:MacAlgorithm", List.of(generate.macAlgorithmAsString()))));
            case SignRequest sign ->
                List.of(new Permission(
                        "kms:Sign",
                        sign.keyId(),
                        Map.of(
                                "kms:SigningAlgorithm",
                                List.of(sign.signingAlgorithmAsString()),
                                "kms:MessageType",
                                List.of(sign.messageTypeAsString()))));
            case GetPublicKeyRequest get -> List.of(new Permission("kms:GetPublicKey", get.keyId(), Map.of()));
            case DescribeKeyRequest describe -> List.of(new Permission("kms:DescribeKey", describe.keyId(), Map.of()));
            case GetParameterRequest get ->
                List.of(new Permission(
                        "ssm:GetParameter",
                        "arn:aws:ssm:" + region + ":" + Account.ID + ":parameter" + get.name(),
                        Map.of()));
            case SendEmailRequest send ->
                List.of(new Permission(
                        "ses:SendEmail",
                        "arn:aws:ses:" + region + ":" + Account.ID + ":identity/" + identity(send.fromEmailAddress()),
                        Map.of()));
            case PutEventsRequest put ->
                put.entries().stream()
                        .map(PutEventsRequestEntry::eventBusName)
                        .distinct()
                        .map(bus -> new Permission(
                                "events:PutEvents",
                                "arn:aws:events:" + region + ":" + Account.ID + ":event-bus/" + bus,
                                Map.of()))
                        .toList();
            case PublishRequest publish ->
                List.of(new Permission("sns:Publish", Objects.requireNonNullElse(publish.topicArn(), ""), Map.of()));
            default ->
                throw new IllegalArgumentException("the local stack does not know which permission "
                        + request.getClass().getSimpleName() + " needs");
        };
    }

    /** A sender's address, with or without a name. */
    private static String identity(String sender) {
        return sender.replaceFirst("^.*<(.*)>$", "$1");
    }

    private Permission part(TransactWriteItem part) {
        Put put = part.put();
        if (put == null) {
            throw new IllegalArgumentException("transactions may only put items");
        }
        return item("PutItem", put.tableName(), put.item());
    }

    private Permission item(String action, String table, Map<String, AttributeValue> item) {
        return onTable(action, table(table, null), Objects.requireNonNull(item.get("pk"), "an item has a pk"));
    }

    private Permission query(QueryRequest query) {
        var match = PARTITION.matcher(query.keyConditionExpression());
        if (!match.find()) {
            throw new IllegalArgumentException("a query must start with its partition key");
        }
        var leading = query.expressionAttributeValues().get(match.group(1));
        return onTable("Query", table(query.tableName(), query.indexName()), Objects.requireNonNull(leading));
    }

    private static Permission onTable(String action, String arn, AttributeValue leading) {
        return new Permission("dynamodb:" + action, arn, Map.of(LEADING_KEYS, List.of(leading.s())));
    }

    private String table(String name, @Nullable String index) {
        var arn = "arn:aws:dynamodb:" + region + ":" + Account.ID + ":table/" + name;
        return index == null ? arn : arn + "/index/" + index;
    }

    private static Map<String, List<String>> encryption(Map<String, String> context) {
        return Stream.concat(
                        context.entrySet().stream()
                                .map(pair ->
                                        Map.entry("kms:EncryptionContext:" + pair.getKey(), List.of(pair.getValue()))),
                        Stream.of(Map.entry("kms:EncryptionContextKeys", List.copyOf(context.keySet()))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
