package org.supportpin.functions.aws;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.audit.AuditStore.Visitor;
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
            ledger = Table.customerOf(partition).map(LedgerItems::new).orElse(null);
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
                || partition.startsWith("ORDER#")
                || partition.startsWith(NoticeItem.OUTBOX);
    }

    /** Where the scan continues. */
    String position() {
        return ScanPosition.after(last);
    }
}
