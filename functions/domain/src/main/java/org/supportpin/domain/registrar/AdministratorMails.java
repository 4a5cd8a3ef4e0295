package org.supportpin.domain.registrar;

import java.util.List;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.name.DomainName;

/**
 * The mails to both administrators about a change, in Greek and English, because neither need be a customer whose language is
 * known. Each sees only masked details of the other.
 */
public final class AdministratorMails {

    /** The purposes that distinguish the two mails of one action. */
    public static final String TO_OLD = "administrator-old";

    public static final String TO_NEW = "administrator-new";

    private AdministratorMails() {}

    /** Both. */
    public static List<Mail> about(AdministratorEdit edit) {
        return List.of(toOld(edit), toNew(edit));
    }

    /** The mail to the previous administrator. */
    public static Mail toOld(AdministratorEdit edit) {
        var domain = bothSpellings(edit.domain());
        var after = masked(edit.after());
        return new Mail(edit.before().details().email(), TO_OLD, subject(edit.domain()), """
                Γεια σας,

                δεν είστε πλέον διαχειριστής του ονόματος χώρου %s.
                Νέος διαχειριστής: %s.
                Η αλλαγή ζητήθηκε τηλεφωνικά, με το Support PIN του διαχειριστή. Ο φορέας του ονόματος δεν άλλαξε.
                Αν δεν τη ζητήσατε εσείς, καλέστε μας αμέσως.

                ---

                Hello,

                you are no longer the administrator of the domain name %s.
                The new administrator is %s.
                The change was requested by phone with the administrator's Support PIN. The owner of the name has not changed.
                If you did not request it, call us immediately.
                """.formatted(
                        domain, after, domain, after));
    }

    /** The mail to the new administrator. */
    public static Mail toNew(AdministratorEdit edit) {
        var domain = bothSpellings(edit.domain());
        var before = masked(edit.before().details());
        return new Mail(
                edit.after().email(), TO_NEW, subject(edit.domain()), """
                Γεια σας,

                είστε πλέον ο διαχειριστής του ονόματος χώρου %s.
                Την αλλαγή ζήτησε τηλεφωνικά ο προηγούμενος διαχειριστής: %s. Ο φορέας του ονόματος δεν άλλαξε.
                Αν δεν το γνωρίζατε ή δεν συμφωνείτε, καλέστε μας.

                ---

                Hello,

                you are now the administrator of the domain name %s.
                The previous administrator, %s, requested the change by phone. The owner of the name has not changed.
                If you did not know about this, or do not agree, call us.
                """.formatted(domain, before, domain, before));
    }

    private static String subject(DomainName domain) {
        return "%s: αλλαγή διαχειριστή / administrator changed".formatted(domain.unicode());
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
