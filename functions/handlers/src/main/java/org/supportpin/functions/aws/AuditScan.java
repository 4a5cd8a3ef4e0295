package org.supportpin.functions.aws;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.audit.Anchor;
import org.supportpin.domain.audit.AuditStore.Visitor;
import org.supportpin.domain.identity.CustomerId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Tells the ledgers and anchors in the items of a scan apart. */
final class AuditScan {

    private final Visitor visitor;
    private String partition = "";
    private boolean isLedger;
    private @Nullable String position;

    /** @param from where the part before ended, perhaps in the middle of a ledger; null for the first */
    AuditScan(Visitor visitor, @Nullable String from) {
        this.visitor = visitor;
        position = from;
        if (from != null) {
            partition = Table.text(ScanPosition.key(from), Table.PK);
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
        position = ScanPosition.after(item);
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
            if (DynamoRotationReports.report(item).isEmpty() && !DynamoRoots.isOwn(item)) {
                visitor.unknown();
            }
        } else if (partition.startsWith(ViolationItem.PREFIX)) {
            if (ViolationItem.read(item).isEmpty()) {
                visitor.unknown();
            }
        } else if (partition.startsWith(ActionItem.PREFIX)) {
            ActionItem.id(partition)
                    .filter(id -> ActionItem.key(id).entrySet().stream().allMatch(item.entrySet()::contains))
                    .ifPresentOrElse(id -> visitor.action(AuditedAction.stored(id, item)), visitor::unknown);
        } else if (!isKnown()) {
            visitor.unknown();
        }
    }

    private boolean isKnown() {
        return partition.startsWith("AGENT#")
                || partition.startsWith("DESTINATION#")
                || partition.startsWith("ORDER#")
                || partition.startsWith(NoticeItem.OUTBOX)
                || partition.startsWith(DynamoHandoverOffers.HANDOVER)
                || partition.startsWith(DynamoRoots.LEAVES)
                || partition.startsWith(DynamoPulse.SENT)
                || partition.startsWith(DynamoPulse.HEARD);
    }

    private Optional<CustomerId> customer() {
        return Table.customerOf(partition);
    }

    /** Whose an item is: each customer has a ledger and an anchor, and those who call have actions. Empty if it is nobody's. */
    static Optional<CustomerId> customer(Map<String, AttributeValue> item) {
        var partition = Table.text(item, Table.PK);
        if (partition.startsWith(AnchorItem.AUDIT)) {
            return AnchorItem.read(item).map(Anchor::customer);
        }
        return Table.customerOf(partition)
                .or(() -> ActionItem.id(partition)
                        .map(id -> AuditedAction.stored(id, item).action())
                        .map(ActionRecord::customer));
    }

    /** Where the scan goes on; null before the first item. */
    @Nullable String position() {
        return position;
    }
}
