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

/** Assembles the items of a scan into ledgers and anchors. */
final class AuditScan {

    private final Visitor visitor;
    private @Nullable LedgerItems ledger;
    private String partition = "";
    private Map<String, AttributeValue> last = Map.of();

    AuditScan(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Whether the item starts a new partition, so that the one before is complete. */
    boolean isWholeBefore(Map<String, AttributeValue> item) {
        return !partition.isEmpty() && isNext(item);
    }

    private boolean isNext(Map<String, AttributeValue> item) {
        return !Table.text(item, Table.PK).equals(partition);
    }

    void take(Map<String, AttributeValue> item) {
        if (isNext(item)) {
            finish();
            partition = Table.text(item, Table.PK);
            ledger = customer("CUSTOMER#").map(LedgerItems::new).orElse(null);
        }
        if (ledger != null) {
            ledger.add(item);
        } else {
            other(item);
        }
        last = item;
    }

    /** Reports the current partition, which is complete. */
    void finish() {
        if (ledger != null) {
            visitor.ledger(ledger.ledger());
            ledger = null;
        }
    }

    private void other(Map<String, AttributeValue> item) {
        if (partition.startsWith(AnchorItem.AUDIT)) {
            AnchorItem.read(item).ifPresentOrElse(visitor::anchor, visitor::unknown);
        } else if (!isKnown()) {
            visitor.unknown();
        }
    }

    private boolean isKnown() {
        return partition.equals("ROTATION")
                || partition.startsWith("ACTION#")
                || partition.startsWith("AGENT#")
                || partition.startsWith("DESTINATION#")
                || partition.startsWith("ORDER#");
    }

    private Optional<CustomerId> customer(String prefix) {
        return partition.startsWith(prefix)
                        && CustomerId.parse(partition.substring(prefix.length())) instanceof Valid<CustomerId>(var id)
                ? Optional.of(id)
                : Optional.empty();
    }

    /** Where the scan continues. */
    String position() {
        return encode(Table.text(last, Table.PK)) + "." + encode(Table.text(last, Table.SK));
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
