package org.supportpin.domain.billing;

import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.Action;
import org.supportpin.domain.action.ActionName;

/**
 * Renews a service, payable by bank transfer.
 *
 * @param cycle null to keep the service's own
 */
public record RenewService(ServiceId service, @Nullable BillingCycle cycle) implements Action {

    @Override
    public ActionName name() {
        return ActionName.RENEW_SERVICE;
    }
}
