package org.supportpin.deploymentcheck;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.supportpin.command.Report;
import org.supportpin.deploymentcheck.Arguments.Option;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.check.Fault;

/** The command: options in, a report and an exit code out. */
final class DeploymentCheck {

    static final int COMPLETE = 0;
    static final int INCOMPLETE = 1;
    static final int USAGE = 2;

    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w.-]+");

    private final Account account;
    private final Clock clock;
    private final PrintStream out;
    private final Web web;

    DeploymentCheck(Account account, Clock clock, PrintStream out) {
        this(account, clock, out, Web.PATIENCE);
    }

    /** @param patience for each call over HTTP */
    DeploymentCheck(Account account, Clock clock, PrintStream out, Duration patience) {
        this.account = account;
        this.clock = clock;
        this.out = out;
        this.web = new Web(clock, patience);
    }

    /** Checks, and returns the exit code. */
    int run(List<String> options) {
        return switch (Arguments.parse(options)) {
            case Faulty<Arguments>(var faults) -> usage(faults);
            case Valid<Arguments>(var arguments) -> run(arguments);
        };
    }

    private int run(Arguments arguments) {
        var report = new Report("Nothing is missing, as far as can be seen from outside.", "Not complete yet");
        try {
            check(arguments, report);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            report.problem("The check was interrupted.", "Run it again.");
        }
        out.println();
        out.println("The stack behind " + arguments.api() + ". Nothing was changed.");
        report.lines().forEach(out::println);
        return report.fits() ? COMPLETE : INCOMPLETE;
    }

    private void check(Arguments arguments, Report report) throws InterruptedException {
        var deployed = new Deployed(arguments, stack(arguments, report));
        deployed.tell(report);
        var service = new Service(web, deployed, report);
        var routes = new Routes(web, deployed, report);
        look(report, "the API", service::look);
        if (service.answers()) {
            look(report, "closed routes", routes::closed);
            look(report, "origins", service::origins);
        }
        for (var realm : Realm.values()) {
            var issuer = new Issuer(web, realm, deployed, report);
            if (service.answers() || !deployed.issues(realm)) {
                look(report, "the issuer of " + realm.whose(), () -> issuer.look(service.ahead()));
            } else {
                report.note(
                        "The issuer of " + realm.whose() + " was not looked at.",
                        "It is the token service, behind the same API.");
            }
            var given = arguments.token(realm);
            if (given.isEmpty()) {
                report.note(
                        "No token of " + realm.whose() + " was looked at.",
                        "Give -D" + realm.token().text() + ", a file with one.");
                continue;
            }
            var text = given.get().reveal();
            var token = new Token(realm, deployed, service.clock(clock), report);
            look(report, "the token of " + realm.whose(), () -> token.check(text, issuer.keys()));
            if (service.answers()) {
                look(report, "what opens to the token of " + realm.whose(), () -> routes.tryOut(realm, text));
            }
        }
        issuersDiffer(deployed, report);
    }

    private Optional<Account.Stack> stack(Arguments arguments, Report report) {
        var name = arguments.get(Option.STACK);
        if (name.isEmpty()) {
            report.note(
                    "SMS, alarms and connectors were not looked at.",
                    "Give -Dstack, and the credentials that the AWS CLI uses.");
            return Optional.empty();
        }
        var stacks = new Stacks(account, report);
        look(report, "the stack", () -> stacks.look(name.get(), arguments.api()));
        return stacks.found();
    }

    private static void issuersDiffer(Deployed deployed, Report report) {
        if (deployed.issuer(Realm.PANEL).isPresent()
                && deployed.issuer(Realm.PANEL).equals(deployed.issuer(Realm.AGENTS))) {
            report.problem(
                    "Panel and agents have the same issuer.",
                    "Use two issuers, so that neither kind of token works on the other's routes.");
        }
    }

    private static <E extends Exception> void look(Report report, String at, Report.Look<E> look) throws E {
        report.look(at, DeploymentCheck::words, look);
    }

    /** No part of a token. */
    private static String words(RuntimeException fault) {
        return Report.kindAndPlace(fault) + ", "
                + TOKEN.matcher(String.valueOf(fault.getMessage())).replaceAll("…");
    }

    private int usage(List<Fault> faults) {
        faults.forEach(fault -> out.println(fault.message()));
        out.println();
        Arguments.USAGE.lines().forEach(out::println);
        return USAGE;
    }
}
