package org.supportpin.domain.hosting;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.supportpin.domain.action.Warning;
import org.supportpin.domain.identity.LocalizedText;

/** What a caller should hear before a change of PHP or a small fix. Pure. */
final class HostingWarnings {

    private static final Warning OTHER_VERSION = warning(
            "php-version-changes",
            "Ιστοσελίδες που δεν υποστηρίζουν τη νέα έκδοση PHP μπορεί να σταματήσουν να λειτουργούν.",
            "Sites that do not support the new PHP version may stop working.");

    private static final Warning ERRORS_SHOWN = warning(
            "errors-shown-to-visitors",
            "Τα σφάλματα της PHP θα φαίνονται σε κάθε επισκέπτη, και μαζί εσωτερικά στοιχεία της ιστοσελίδας.",
            "PHP errors will be shown to every visitor, and internals of the site with them.");

    private static final Warning REQUESTS_CUT = warning(
            "requests-interrupted",
            "Όσες σελίδες φορτώνουν εκείνη τη στιγμή διακόπτονται.",
            "Pages that are loading at that moment are interrupted.");

    private static final Warning SLOW_AT_FIRST = warning(
            "slower-at-first",
            "Στην αρχή οι σελίδες ανοίγουν πιο αργά, μέχρι να ξαναγεμίσει η cache.",
            "Pages open more slowly at first, until the cache has filled again.");

    private static final Warning QUOTA_STAYS = warning(
            "quota-not-lowered-by-phone",
            "Ο χώρος του γραμματοκιβωτίου δεν μειώνεται ξανά τηλεφωνικά.",
            "A mailbox's quota cannot be lowered again by phone.");

    private static final Warning MAY_BE_BANNED_AGAIN = warning(
            "may-be-banned-again",
            "Αν η αιτία παραμένει, για παράδειγμα λάθος κωδικός σε κάποια συσκευή, η διεύθυνση θα αποκλειστεί ξανά.",
            "If the cause remains, such as a wrong password in a device, the address will be banned again.");

    /** PHP's manual wants it the other way; but files are not held in memory, so it is no error. */
    private static final Warning POST_OVER_MEMORY = warning(
            "post-over-memory",
            "Το post_max_size ξεπερνά το memory_limit: μεγάλα αιτήματα χωρίς αρχεία θα αποτυγχάνουν."
                    + " Τα αρχεία που ανεβαίνουν δεν επηρεάζονται.",
            "post_max_size exceeds memory_limit: large requests other than file uploads will fail.");

    private HostingWarnings() {}

    /**
     * Of a change of PHP.
     *
     * @param before the package's PHP now
     */
    static List<Warning> of(PhpState before, PhpEdit php) {
        var warnings = new ArrayList<Warning>();
        var version = php.version();
        if (version != null && !version.before().equals(version.after())) {
            warnings.add(OTHER_VERSION);
        }
        if (php.settings().stream().anyMatch(HostingWarnings::turnsErrorsOn)) {
            warnings.add(ERRORS_SHOWN);
        }
        if (touchesMemory(php) && PhpState.overflowsMemory(php.apply(before).settings())) {
            warnings.add(POST_OVER_MEMORY);
        }
        return List.copyOf(warnings);
    }

    private static boolean touchesMemory(PhpEdit php) {
        return php.settings().stream()
                .anyMatch(each ->
                        (each.setting() == PhpSetting.POST_MAX_SIZE || each.setting() == PhpSetting.MEMORY_LIMIT)
                                && !Objects.equals(each.before(), each.after()));
    }

    private static boolean turnsErrorsOn(PhpEdit.SettingEdit edit) {
        return edit.setting() == PhpSetting.DISPLAY_ERRORS
                && Objects.equals(edit.after(), "on")
                && !Objects.equals(edit.before(), "on");
    }

    /** Of a fix. A new certificate takes the old one's place without anybody noticing. */
    static List<Warning> of(Fix fix) {
        return switch (fix) {
            case Fix.RestartPhp _ -> List.of(REQUESTS_CUT);
            case Fix.ClearCache _ -> List.of(SLOW_AT_FIRST);
            case Fix.RepairPermissions _ -> List.of(Warning.CANNOT_BE_UNDONE);
            case Fix.ReissueCertificate _ -> List.of();
            case Fix.UnbanAddress _ -> List.of(MAY_BE_BANNED_AGAIN);
            case Fix.RaiseMailboxQuota _ -> List.of(QUOTA_STAYS);
        };
    }

    private static Warning warning(String code, String greek, String english) {
        return new Warning(code, new LocalizedText(greek, english));
    }
}
