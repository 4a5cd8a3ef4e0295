package org.supportpin.functions.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionRecord.End;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.action.RecordSize;
import org.supportpin.domain.customer.ActionRules;
import org.supportpin.domain.customer.Event;
import org.supportpin.functions.action.ActionService.Outcome;
import org.supportpin.functions.history.ActionLabels;

/** Security row 30: what is recorded at an action's end is what was judged at its acceptance. */
class ActionSizeTest {

    @TestFactory
    Stream<DynamicTest> noResultRepeatsThePlanAndEachFits() {
        return ActionCrashTest.all().stream()
                .map(one -> DynamicTest.dynamicTest(one.name().text(), () -> assertFits(one)));
    }

    private static void assertFits(ActionCrashTest.Case one) {
        var house = new ActionHouse();
        house.execute(one.name(), one.parameters());
        var action = house.store.find(house.id()).orElseThrow();
        var end = Objects.requireNonNull(action.end());

        assertThat(end.status()).isEqualTo(ActionStatus.SUCCEEDED);
        var result = house.read(ActionLabels.RESULT, Objects.requireNonNull(end.result()));
        assertThat(RecordSize.fitting(result)).contains(result);
        assertThat(result.equals(End.AS_PLANNED))
                .isEqualTo(
                        switch (one.name()) {
                            case CHANGE_DNS_RECORDS,
                                    CHANGE_NAMESERVERS,
                                    RECALL_GR_DOMAIN,
                                    SEND_ORDER_DETAILS,
                                    CHANGE_HOSTING_SETTINGS -> true;
                            case ORDER_SERVICE,
                                    RENEW_SERVICE,
                                    UPGRADE_SERVICE,
                                    CHANGE_DOMAIN_ADMINISTRATOR,
                                    APPLY_MICRO_FIX -> false;
                        });
        assertThat(house.newest())
                .isInstanceOfSatisfying(
                        Event.ActionFinished.class,
                        finished -> assertThat(finished.changes()).isNotNull());
    }

    /** A back office that is down all day must not fill a customer's ledger with open actions. */
    @Test
    void tooManyOpenActionsAreRefused() {
        var house = new ActionHouse();
        house.open(ActionRules.MOST_OPEN);

        assertThat(house.execute(ActionName.RENEW_SERVICE, "{\"serviceId\":\"svc-1\"}"))
                .isInstanceOfSatisfying(
                        Denial.Refused.class,
                        refused -> assertThat(refused.refusal().rule()).isEqualTo("too-many-open-actions"));
        assertThat(house.billing.calls()).isEmpty();

        house = new ActionHouse();
        house.open(ActionRules.MOST_OPEN - 1);

        assertThat(house.execute(ActionName.RENEW_SERVICE, "{\"serviceId\":\"svc-1\"}"))
                .isInstanceOf(Outcome.OnRecord.class);
    }
}
