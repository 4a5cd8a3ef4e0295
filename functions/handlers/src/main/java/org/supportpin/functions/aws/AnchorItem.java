package org.supportpin.functions.aws;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.supportpin.domain.audit.Anchor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The item {@code ANCHOR}, in a separate partition that the roles that write ledgers cannot reach. */
final class AnchorItem {

    static final String AUDIT = "AUDIT#";

    private static final AttributeValue ANCHOR = Table.text("ANCHOR");

    private AnchorItem() {}

    static Map<String, AttributeValue> key(CustomerId customer) {
        return Map.of(Table.PK, Table.text(AUDIT + customer.value()), Table.SK, ANCHOR);
    }

    static Map<String, AttributeValue> write(Anchor anchor) {
        return Map.of(
                Table.PK,
                Table.text(AUDIT + anchor.customer().value()),
                Table.SK,
                ANCHOR,
                "sequence",
                Table.number(anchor.sequence()),
                "hash",
                Table.bytes(anchor.hash().bytes()));
    }

    /** Empty if this class did not write the item. */
    static Optional<Anchor> read(Map<String, AttributeValue> item) {
        try {
            var anchor = new Anchor(
                    new CustomerId(Table.text(item, Table.PK).substring(AUDIT.length())),
                    Table.number(item, "sequence"),
                    new Hash(HexFormat.of().formatHex(Table.bytes(item, "hash"))));
            return write(anchor).equals(item) ? Optional.of(anchor) : Optional.empty();
        } catch (RuntimeException notAnAnchor) {
            // The audit reports it as an unknown item.
            return Optional.empty();
        }
    }
}
