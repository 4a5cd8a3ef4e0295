package org.supportpin.domain.hosting;

import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.hosting.PhpEdit.SettingEdit;
import org.supportpin.domain.hosting.PhpEdit.VersionEdit;

/** The rules of {@code change-hosting-settings} that need the package. Pure. */
public final class HostingRules {

    public static final String PACKAGE_NOT_FOUND = "package-not-found";
    public static final String SETTING_NOT_ALLOWED = "setting-not-allowed";
    public static final String VERSION_NOT_OFFERED = "version-not-offered";
    public static final String UPLOAD_OVER_POST = "upload-over-post";
    public static final String SETTINGS_CHANGED = "settings-changed";

    private HostingRules() {}

    /** Decides on all requested changes of a package's PHP together. */
    public static Verdict<PhpEdit> decide(HostingPackage hosting, PhpChange change) {
        if (change.asksForOthers()) {
            return Verdict.refused(settingNotAllowed());
        }
        var php = hosting.php();
        if (change.version() != null && !php.offered().contains(change.version())) {
            return Verdict.refused(versionNotOffered(php));
        }
        var edit = new PhpEdit(
                hosting.id(),
                version(php.version(), change.version()),
                change.settings().entrySet().stream()
                        .map(entry -> new SettingEdit(entry.getKey(), php.get(entry.getKey()), entry.getValue()))
                        .toList());
        return touchesSizes(change) && !PhpState.fits(edit.apply(php).settings())
                ? Verdict.refused(uploadOverPost(edit.apply(php).get(PhpSetting.POST_MAX_SIZE)))
                : Verdict.accepted(edit);
    }

    /**
     * Refuses to take an edit back that would leave the package with a version that is not offered any more, or with uploads that are
     * known not to fit. What the system does not report was as unknown before.
     */
    static Optional<Refusal> againstReversal(PhpState php, PhpEdit edit) {
        if (edit.version() != null && !php.offered().contains(edit.version().after())) {
            return Optional.of(versionNotOffered(php));
        }
        var after = edit.apply(php);
        var post = after.get(PhpSetting.POST_MAX_SIZE);
        var touchesSizes = edit.settings().stream()
                .anyMatch(each ->
                        each.setting() == PhpSetting.UPLOAD_MAX_FILESIZE || each.setting() == PhpSetting.POST_MAX_SIZE);
        return touchesSizes && post != null && !PhpState.fits(after.settings())
                ? Optional.of(uploadOverPost(post))
                : Optional.empty();
    }

    /** For a package that does not exist or belongs to another customer. */
    public static Refusal packageNotFound() {
        return new Refusal(
                PACKAGE_NOT_FOUND,
                "The customer has no such hosting package.",
                "Ο πελάτης δεν έχει αυτό το πακέτο φιλοξενίας.");
    }

    /** For a package that is neither as it was at the check nor as requested. */
    public static Refusal settingsChanged() {
        return new Refusal(
                SETTINGS_CHANGED,
                "The package has changed since the action was checked. Review it and repeat the request.",
                "Το πακέτο άλλαξε μετά τον έλεγχο της ενέργειας. Ελέγξτε το και επαναλάβετε το αίτημα.");
    }

    public static Refusal versionNotOffered(PhpState php) {
        var offered = php.offered().stream().map(PhpVersion::value).collect(Collectors.joining(", "));
        return new Refusal(
                VERSION_NOT_OFFERED,
                "The package's server offers PHP " + offered + ".",
                "Ο διακομιστής του πακέτου προσφέρει PHP " + offered + ".");
    }

    static Refusal settingNotAllowed() {
        return new Refusal(
                SETTING_NOT_ALLOWED,
                "Only these PHP settings can be changed by phone: " + PhpSetting.names() + ".",
                "Τηλεφωνικά αλλάζουν μόνο αυτές οι ρυθμίσεις της PHP: " + PhpSetting.names() + ".");
    }

    private static Refusal uploadOverPost(@Nullable String post) {
        return post == null
                ? new Refusal(
                        UPLOAD_OVER_POST,
                        "The server does not tell the package's post_max_size. Enter it together with upload_max_filesize.",
                        "Ο διακομιστής δεν αναφέρει το post_max_size του πακέτου. Δώστε το μαζί με το upload_max_filesize.")
                : new Refusal(
                        UPLOAD_OVER_POST,
                        "upload_max_filesize would exceed the package's post_max_size. Change both together.",
                        "Το upload_max_filesize θα ξεπερνούσε το post_max_size του πακέτου. Αλλάξτε τα μαζί.");
    }

    /** A package that already violates this rule may still change other settings. */
    private static boolean touchesSizes(PhpChange change) {
        return change.settings().containsKey(PhpSetting.UPLOAD_MAX_FILESIZE)
                || change.settings().containsKey(PhpSetting.POST_MAX_SIZE);
    }

    private static @Nullable VersionEdit version(PhpVersion before, @Nullable PhpVersion after) {
        return after == null ? null : new VersionEdit(before, after);
    }
}
