package org.supportpin.functions.aws;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.audit.AuditStore.Visitor;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.identity.CustomerId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Tells the ledgers and anchors in the items of a scan apart. */
final class AuditScan {

    private static final String CUSTOMER = "CUSTOMER#";

    private final Visitor visitor;
    private String partition = "";
    private boolean isLedger;
    private @Nullable String position;

    /** @param from where the part before ended, perhaps in the middle of a ledger; null for the first */
    AuditScan(Visitor visitor, @Nullable String from) {
        this.visitor = visitor;
        position = from;
        if (from != null) {
            partition = Table.text(key(from), Table.PK);
            isLedger = customer().isPresent();
        }
    }

    /**
     * Shows the visitor an item.
     *
     * @return whether there may be another; false if the part ends here
     */
    boolean take(Map<String, AttributeValue> item) {
        if (!Table.text(item, Table.PK).equals(partition)) {
            if (!finish()) {
                return false;
            }
            partition = Table.text(item, Table.PK);
            var customer = customer();
            isLedger = customer.isPresent();
            customer.ifPresent(visitor::ledger);
        }
        if (isLedger) {
            LedgerItems.show(item, visitor);
        } else {
            other(item);
        }
        position = position(item);
        return !visitor.isEnough();
    }

    /**
     * The current partition is complete.
     *
     * @return whether there may be another; false if the part ends here
     */
    boolean finish() {
        boolean isDone = !isLedger || visitor.end();
        isLedger = false;
        return isDone;
    }

    private void other(Map<String, AttributeValue> item) {
        if (partition.startsWith(AnchorItem.AUDIT)) {
            AnchorItem.read(item).ifPresentOrElse(visitor::anchor, visitor::unknown);
        } else if (partition.equals(DynamoRotationReports.PARTITION)) {
            if (DynamoRotationReports.report(item).isEmpty()) {
                visitor.unknown();
            }
        } else if (!isKnown()) {
            visitor.unknown();
        }
    }

    private boolean isKnown() {
        return partition.startsWith("ACTION#") || partition.startsWith("AGENT#") || partition.startsWith("ORDER#");
    }

    private Optional<CustomerId> customer() {
        return partition.startsWith(CUSTOMER)
                        && CustomerId.parse(partition.substring(CUSTOMER.length())) instanceof Valid<CustomerId>(var id)
                ? Optional.of(id)
                : Optional.empty();
    }

    /** Where the scan goes on; null before the first item. */
    @Nullable String position() {
        return position;
    }

    static String position(Map<String, AttributeValue> item) {
        return encode(Table.text(item, Table.PK)) + "." + encode(Table.text(item, Table.SK));
    }

    static Map<String, AttributeValue> key(String position) {
        int dot = position.indexOf('.');
        return Map.of(
                Table.PK,
                Table.text(decode(position.substring(0, dot))),
                Table.SK,
                Table.text(decode(position.substring(dot + 1))));
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
