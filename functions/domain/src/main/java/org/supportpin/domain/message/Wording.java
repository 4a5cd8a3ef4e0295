package org.supportpin.domain.message;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.LocalizedText;

/**
 * Says what happened to the mobile and the notice address on file. Each SMS fits two segments, and each time names its zone.
 *
 * @param at when it happened
 * @param zone the hosting company's time zone
 */
public record Wording(Language language, Instant at, ZoneId zone, SupportPhone phone) {

    private static final String SHORT = "d MMM HH:mm zzz";
    private static final String LONG = "d MMMM yyyy HH:mm (zzzz)";

    public NoticeText activated() {
        return happened(
                new LocalizedText("Το Support PIN ενεργοποιήθηκε", "Support PIN was activated"),
                new LocalizedText(
                        "Το Support PIN σας ενεργοποιήθηκε: όποιος πει το PIN στο τηλέφωνο εξυπηρετείται στο όνομά σας.",
                        "Your Support PIN was activated: whoever says the PIN on the phone is served as you."));
    }

    public NoticeText deactivated() {
        return happened(
                new LocalizedText("Το Support PIN απενεργοποιήθηκε", "Support PIN was deactivated"),
                new LocalizedText(
                        "Το Support PIN σας απενεργοποιήθηκε: κανένα PIN δεν ισχύει πλέον.",
                        "Your Support PIN was deactivated: no PIN is valid any more."));
    }

    public NoticeText rulesTightened() {
        return happened(
                new LocalizedText("Έγιναν αυστηρότεροι οι κανόνες του Support PIN", "Your phone rules were tightened"),
                new LocalizedText(
                        "Έγιναν αυστηρότεροι οι κανόνες σας για την τηλεφωνική υποστήριξη.",
                        "Your rules for telephone support were tightened."));
    }

    /**
     * Too many wrong PINs.
     *
     * @param until when the lock ends; null if only the customer can unlock
     */
    public NoticeText locked(@Nullable Instant until) {
        var what = new LocalizedText("Λάθος PIN στο τηλέφωνο: κλείδωμα", "Wrong PINs by phone: locked");
        var end = until == null
                ? new LocalizedText("(ανοίγει στον πίνακα ελέγχου)", "until you unlock it in the panel")
                : new LocalizedText("έως " + brief(until), "until " + brief(until));
        var wholeEnd = until == null
                ? new LocalizedText(
                        "ώσπου να την ξεκλειδώσετε εσείς στον πίνακα ελέγχου", "until you unlock it in the panel")
                : new LocalizedText("έως " + whole(until), "until " + whole(until));
        return new NoticeText(
                new SmsText(what.in(language) + " " + end.in(language) + ". "
                        + phone.ifNotYou().in(language)),
                what.in(language),
                mail(new LocalizedText(
                                "Δόθηκαν πολλά λάθος PIN στο τηλέφωνο. Η επαλήθευση κλειδώθηκε " + wholeEnd.greek()
                                        + ".",
                                "Too many wrong PINs were given by phone. Verification is locked " + wholeEnd.english()
                                        + ".")
                        .in(language)));
    }

    /**
     * An action waits.
     *
     * @param deed in one or two words
     * @param values what it changes, in so many characters
     * @param lines what it changes, before and after
     * @param until when it is done, or ends, if nobody does anything
     */
    public NoticeText waiting(LocalizedText deed, IntFunction<String> values, List<String> lines, Instant until) {
        var changes = String.join("\n", lines);
        return switch (language) {
            case GREEK ->
                new NoticeText(
                        SmsText.inTwoSegments(
                                "Ζητήσατε " + deed.greek() + ": ",
                                values,
                                ". Περιμένει έως " + brief(until) + ". "
                                        + phone.ifNotWanted().greek()),
                        "Περιμένει: " + deed.greek(),
                        mail("""
                                Ζητήσατε στο τηλέφωνο %s:
                                %s

                                Περιμένει έως %s. Ως τότε μπορείτε να το σταματήσετε από τον πίνακα ελέγχου ή καλώντας μας.\
                                """.formatted(deed.greek(), changes, whole(until))));
            case ENGLISH ->
                new NoticeText(
                        SmsText.inTwoSegments(
                                "You asked for " + deed.english() + ": ",
                                values,
                                ". It waits until " + brief(until) + ". "
                                        + phone.ifNotWanted().english()),
                        "Waiting: " + deed.english(),
                        mail("""
                                You asked by phone for %s:
                                %s

                                It waits until %s. Until then you can stop it in the panel, or by calling us.\
                                """.formatted(deed.english(), changes, whole(until))));
        };
    }

    /**
     * A high-risk action was done.
     *
     * @param deed that it was done, in two or three words
     * @param values what it changed, in so many characters
     */
    public NoticeText done(LocalizedText deed, IntFunction<String> values) {
        return new NoticeText(
                SmsText.actionDone(language, deed, values, phone),
                deed.in(language),
                mail(new LocalizedText(
                                "%s, όπως ζητήσατε στο τηλέφωνο. Τις τιμές θα τις δείτε στο ιστορικό, στον πίνακα ελέγχου."
                                        .formatted(deed.greek()),
                                "%s, as you asked by phone. See Activity in the panel for the values."
                                        .formatted(deed.english()))
                        .in(language)));
    }

    /**
     * It was found out whether an action was done.
     *
     * @param deed in one or two words
     * @param done that it was done, in two or three words
     */
    public NoticeText settled(LocalizedText deed, LocalizedText done, boolean isDone) {
        var what = isDone ? done : new LocalizedText("Δεν εκτελέστηκε: " + deed.greek(), "Not done: " + deed.english());
        return happened(
                what,
                new LocalizedText(
                        "Ελέγξαμε τι έγινε με κάτι που ζητήσατε στο τηλέφωνο. %s. Δείτε το ιστορικό στον πίνακα ελέγχου."
                                .formatted(what.greek()),
                        "We checked what became of something that you asked for by phone. %s. See Activity in the panel."
                                .formatted(what.english())));
    }

    private NoticeText happened(LocalizedText what, LocalizedText sentence) {
        return new NoticeText(
                new SmsText("%s, %s. %s"
                        .formatted(
                                what.in(language), brief(at), phone.ifNotYou().in(language))),
                what.in(language),
                mail(sentence.in(language)));
    }

    private String mail(String what) {
        return switch (language) {
            case GREEK -> """
                    %s
                    Ώρα: %s.

                    %s
                    """.formatted(what, whole(at), phone.ifNotYou().greek());
            case ENGLISH -> """
                    %s
                    Time: %s.

                    %s
                    """.formatted(what, whole(at), phone.ifNotYou().english());
        };
    }

    private String brief(Instant time) {
        return format(SHORT, time);
    }

    private String whole(Instant time) {
        return format(LONG, time);
    }

    private String format(String pattern, Instant time) {
        return DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(language.tag()))
                .format(time.atZone(zone));
    }
}
