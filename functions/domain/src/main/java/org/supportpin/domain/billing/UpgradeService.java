package org.supportpin.domain.billing;

import org.supportpin.domain.action.Action;
import org.supportpin.domain.action.ActionName;

/** Upgrades a service to another product, payable by bank transfer. */
public record UpgradeService(ServiceId service, ProductId product) implements Action {

    @Override
    public ActionName name() {
        return ActionName.UPGRADE_SERVICE;
    }
}
