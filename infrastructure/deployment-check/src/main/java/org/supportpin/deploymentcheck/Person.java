package org.supportpin.deploymentcheck;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.supportpin.backoffice.json.Json;
import org.supportpin.command.Report;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.AgentName;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.token.SignInTime;

/** What a token says of its owner, judged as the functions do. What they can do without is a note. */
record Person(Realm realm, Deployed deployed, Clock clock, Report report) {

    void check(Json.Obj claims) {
        subject(claims);
        switch (realm) {
            case PANEL -> {
                signIn(claims);
                mobile(claims);
                locale(claims);
            }
            case AGENTS -> name(claims);
        }
    }

    private void subject(Json.Obj claims) {
        var subject = claims.text("sub").filter(sub -> !sub.isBlank());
        if (subject.isEmpty()) {
            realm.missing(report, "names nobody (sub)", "It must be the caller's own id, the same each time.");
        } else if (id(subject.get()) instanceof Faulty<?>) {
            realm.missing(
                    report,
                    "names somebody in a form that the functions refuse (sub)",
                    "An id has 1 to 64 letters, digits or . _ : @ | + ~ -");
        }
    }

    private Checked<?> id(String subject) {
        return switch (realm) {
            case PANEL -> CustomerId.parse(subject);
            case AGENTS -> AgentId.parse(subject);
        };
    }

    private static String text(Json value) {
        return value instanceof Json.Str || value instanceof Json.Num ? value.asText() : "";
    }

    private void signIn(Json.Obj claims) {
        var claim = deployed.signInClaim();
        var time = claims.get(claim)
                .filter(value -> !(value instanceof Json.Null))
                .map(value -> SignInTime.of(text(value), clock))
                .orElse(SignInTime.NOT_SAID);
        switch (time) {
            case FRESH -> {}
            case NOT_SAID ->
                realm.missing(
                        report,
                        "does not say when its owner signed in (" + claim + ")",
                        "Without it a customer cannot change the mobile: see “A fresh sign-in” in docs/panel-integration.md. Where a provider writes it in another claim, see PanelSignInClaim.");
            case NO_TIME ->
                realm.missing(
                        report,
                        "says in another form when its owner signed in (" + claim + ")",
                        "Seconds since 1970 are expected. With anything else a customer cannot change the mobile.");
            case IN_THE_FUTURE ->
                realm.missing(
                        report,
                        "says that its owner signed in in the future (" + claim + ")",
                        Times.PERHAPS + " With it a customer cannot change the mobile.");
            case LONG_AGO ->
                realm.missing(
                        report,
                        "says that its owner signed in more than " + SignInTime.LONGEST.toMinutes() + " minutes ago ("
                                + claim + ")",
                        "With it a customer cannot change the mobile. Take a token of a sign-in just now; if it is one, the provider writes something else there.");
        }
    }

    private void mobile(Json.Obj claims) {
        var number = said(claims, "phone_number");
        if (number.isEmpty()) {
            return;
        }
        var verified = claims.get("phone_number_verified")
                .filter(flag -> flag.equals(new Json.Str("true")) || flag.equals(Json.of(true)));
        if (verified.isEmpty()) {
            counts("It counts only with phone_number_verified true.");
        } else if (!(number.get() instanceof Json.Str(var text))) {
            counts("It is no text.");
        } else if (deployed.numbers().parse(text) instanceof Faulty<?>(var faults)) {
            counts(faults.getFirst().message() + " SmsCountries says which are supported.");
        }
    }

    private void counts(String why) {
        report.note(
                "The token of a customer has a number that counts as none (phone_number).",
                why + " Until then a customer registers a mobile in the panel.");
    }

    private void locale(Json.Obj claims) {
        said(claims, "locale")
                .filter(value -> !(value instanceof Json.Str(var text)
                        && Language.of(text).isPresent()))
                .ifPresent(_ -> report.note(
                        "The token of a customer has a language that there are no texts in (locale).",
                        "Such a customer gets them in "
                                + Language.GREEK.locale().getDisplayLanguage(Locale.ENGLISH)
                                + "; docs/languages.md says how to add one."));
    }

    private void name(Json.Obj claims) {
        said(claims, "name")
                .filter(value -> !(value instanceof Json.Str(var text)
                        && AgentName.of(text).isPresent()))
                .ifPresent(_ -> report.note(
                        "The token of an agent has a name that customers are not shown (name).",
                        "It must be one line of at most 200 characters, without control and direction characters."));
    }

    private static Optional<Json> said(Json.Obj claims, String name) {
        return claims.get(name).filter(value -> !(value instanceof Json.Null));
    }
}
