package org.supportpin.domain.registrar;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.name.DomainName;

/**
 * The mails to both administrators about a change. The previous one is the caller, whose language is known. The new one need be no
 * customer: nobody knows the language, so the mail is in Greek and then English. Each sees only masked details of the other.
 */
public final class AdministratorMails {

    /** The purposes that distinguish the two mails of one action. */
    public static final String TO_OLD = "administrator-old";

    public static final String TO_NEW = "administrator-new";

    private static final List<Language> UNKNOWN = List.of(Language.GREEK, Language.ENGLISH);
    private static final String RULE = "\n---\n\n";

    private AdministratorMails() {}

    /**
     * Both.
     *
     * @param caller the language of the customer who asked for the change
     */
    public static List<Mail> about(AdministratorEdit edit, Language caller) {
        return List.of(toOld(edit, caller), toNew(edit, caller));
    }

    /** The mail to the previous administrator: nobody else may ask for the change. */
    public static Mail toOld(AdministratorEdit edit, Language caller) {
        return mail(
                edit.before().details().email(),
                TO_OLD,
                edit.domain(),
                known(caller),
                language -> language.say("""
                        Γεια σας,

                        δεν είστε πλέον διαχειριστής του ονόματος χώρου %s.
                        Νέος διαχειριστής: %s.
                        Η αλλαγή ζητήθηκε τηλεφωνικά, με το Support PIN του διαχειριστή. Ο φορέας του ονόματος δεν άλλαξε.
                        Αν δεν τη ζητήσατε εσείς, καλέστε μας αμέσως.
                        """, """
                        Hello,

                        you are no longer the administrator of the domain name %s.
                        The new administrator is %s.
                        The change was requested by phone with the administrator's Support PIN. The owner of the name has not changed.
                        If you did not request it, call us immediately.
                        """).formatted(bothSpellings(edit.domain()), masked(edit.after())));
    }

    /** The mail to the new administrator. At the caller's own address, the caller reads it. */
    public static Mail toNew(AdministratorEdit edit, Language caller) {
        var to = edit.after().email();
        return mail(
                to,
                TO_NEW,
                edit.domain(),
                to.equals(edit.before().details().email()) ? known(caller) : UNKNOWN,
                language -> language.say("""
                        Γεια σας,

                        είστε πλέον ο διαχειριστής του ονόματος χώρου %s.
                        Την αλλαγή ζήτησε τηλεφωνικά ο προηγούμενος διαχειριστής: %s. Ο φορέας του ονόματος δεν άλλαξε.
                        Αν δεν το γνωρίζατε ή δεν συμφωνείτε, καλέστε μας.
                        """, """
                        Hello,

                        you are now the administrator of the domain name %s.
                        The previous administrator, %s, requested the change by phone. The owner of the name has not changed.
                        If you did not know about this, or do not agree, call us.
                        """)
                        .formatted(
                                bothSpellings(edit.domain()),
                                masked(edit.before().details())));
    }

    /** Greek is also what a customer has of whom no language is known. */
    private static List<Language> known(Language language) {
        return language.equals(Language.GREEK) ? UNKNOWN : List.of(language);
    }

    private static Mail mail(
            EmailAddress to,
            String purpose,
            DomainName domain,
            List<Language> languages,
            Function<Language, String> text) {
        return new Mail(to, purpose, subject(domain, languages), inEach(languages, RULE, text));
    }

    private static String subject(DomainName domain, List<Language> languages) {
        return domain.unicode() + ": "
                + inEach(languages, " / ", each -> each.say("αλλαγή διαχειριστή", "administrator changed"));
    }

    private static String inEach(List<Language> languages, String between, Function<Language, String> text) {
        return languages.stream().map(text).collect(Collectors.joining(between));
    }

    /** Both spellings if they differ, so that a look-alike name is visible. */
    private static String bothSpellings(DomainName domain) {
        return domain.unicode().equals(domain.ascii())
                ? domain.ascii()
                : domain.unicode() + " (" + domain.ascii() + ")";
    }

    private static String masked(ContactDetails details) {
        return details.name().masked() + " (" + details.email().masked() + ")";
    }
}
