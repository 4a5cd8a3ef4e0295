package org.supportpin.domain.hosting;

import org.supportpin.domain.action.Verdict;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.hosting.PhpEdit.SettingEdit;
import org.supportpin.domain.hosting.PhpEdit.VersionEdit;

/** The rules of {@code change-hosting-settings} that need the package. Pure: the package is never changed, only described. */
public final class HostingRules {

    public static final String PACKAGE_NOT_FOUND = "package-not-found";
    public static final String SETTING_NOT_ALLOWED = "setting-not-allowed";
    public static final String VERSION_NOT_OFFERED = "version-not-offered";
    public static final String UPLOAD_OVER_POST = "upload-over-post";
    public static final String SETTINGS_CHANGED = "settings-changed";

    private HostingRules() {}

    /** Decides on everything that is asked for of a package's PHP together. */
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
                ? Verdict.refused(uploadOverPost())
                : Verdict.accepted(edit);
    }

    /** For a package that there is not, or that is another customer's. */
    public static Refusal packageNotFound() {
        return new Refusal(PACKAGE_NOT_FOUND, "The customer has no hosting package of that id.");
    }

    /** For a package that is neither as it was when the action was checked, nor as asked for. */
    public static Refusal settingsChanged() {
        return new Refusal(
                SETTINGS_CHANGED, "The package has changed since the action was checked; look at it and ask again.");
    }

    public static Refusal versionNotOffered(PhpState php) {
        return new Refusal(
                VERSION_NOT_OFFERED,
                php.offered().stream()
                        .map(PhpVersion::value)
                        .collect(Collectors.joining(", ", "The package's server offers PHP ", ".")));
    }

    static Refusal settingNotAllowed() {
        return new Refusal(
                SETTING_NOT_ALLOWED,
                "Of PHP's settings, these are changed by telephone and no others: " + PhpSetting.names() + ".");
    }

    private static Refusal uploadOverPost() {
        return new Refusal(
                UPLOAD_OVER_POST,
                "upload_max_filesize would be greater than the package's post_max_size. Change both together.");
    }

    /** A package that has the two the wrong way round already does not keep anybody from changing something else. */
    private static boolean touchesSizes(PhpChange change) {
        return change.settings().containsKey(PhpSetting.UPLOAD_MAX_FILESIZE)
                || change.settings().containsKey(PhpSetting.POST_MAX_SIZE);
    }

    private static @Nullable VersionEdit version(PhpVersion before, @Nullable PhpVersion after) {
        return after == null ? null : new VersionEdit(before, after);
    }
}
