package org.supportpin.domain.action;

import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.billing.ServiceId;

/** Upgrades a service to another product, to be paid by bank transfer. */
public record UpgradeService(ServiceId service, ProductId product) implements Action {

    @Override
    public ActionName name() {
        return ActionName.UPGRADE_SERVICE;
    }
}
