package org.supportpin.functions.action;

import org.supportpin.domain.customer.ActionRules;
import org.supportpin.domain.customer.Gatekeeper;
import org.supportpin.domain.customer.OutsideNotice;
import org.supportpin.functions.BackOffice;
import org.supportpin.functions.Wiring;

/** Wires the use cases of actions. */
public final class ActionModule {

    private final Wiring wiring;
    private final BackOffice backOffice;
    private final ActionRegistry registry;
    private final ActionRules rules;
    private final ActionSealer sealer;

    public ActionModule(Wiring wiring) {
        this.wiring = wiring;
        backOffice = wiring.backOffice();
        registry = new ActionRegistry(
                backOffice,
                wiring.orderMails(),
                wiring.clock(),
                wiring.settings().timeZone());
        rules = new ActionRules(wiring.settings().limits());
        sealer = new ActionSealer(wiring.secrets());
    }

    ActionRegistry registry() {
        return registry;
    }

    ActionPlanner planner() {
        return new ActionPlanner(
                wiring.ledgerCommands(),
                rules,
                wiring.gateRules(),
                sealer,
                new OutsideNotice(wiring.secrets(), backOffice.delegationProbe()));
    }

    ActionService service() {
        return new ActionService(
                wiring.ledgerCommands(),
                wiring.actions(),
                planner(),
                rules,
                sealer,
                runner(),
                wiring.consentBySms(),
                wiring.noticesOnFile(),
                wiring.clock());
    }

    UndoService undo() {
        return new UndoService(wiring.ledgerCommands(), wiring.actions(), registry, sealer, runner());
    }

    ActionGates gates() {
        return runner().gates();
    }

    public Recovery recovery() {
        return new Recovery(wiring.actions(), registry, runner(), wiring.clock(), wiring.log());
    }

    private ActionRunner runner() {
        return new ActionRunner(
                wiring.ledgerCommands(),
                wiring.actions(),
                registry,
                sealer,
                new ActionNotices(wiring.notices(backOffice.mail()), wiring.noticesOnFile(), wiring.log()),
                new Gatekeeper(wiring.settings().limits()),
                wiring.clock(),
                wiring.log());
    }
}
