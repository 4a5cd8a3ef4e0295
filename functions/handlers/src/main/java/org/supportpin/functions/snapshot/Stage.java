package org.supportpin.functions.snapshot;

import org.supportpin.domain.action.Actions;
import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.message.Messenger;
import org.supportpin.domain.pin.DataKeys;

/** What stands between the use cases and AWS: nothing where a function serves, {@link StandIns} where it rehearses. */
public interface Stage {

    /** Where a function serves. */
    Stage LIVE = new Stage() {};

    default Ledger ledger(Ledger real) {
        return real;
    }

    default Actions actions(Actions real) {
        return real;
    }

    default DataKeys keys(DataKeys real) {
        return real;
    }

    default Messenger messenger(Messenger real) {
        return real;
    }
}
