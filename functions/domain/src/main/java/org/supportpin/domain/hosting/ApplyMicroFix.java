package org.supportpin.domain.hosting;

import org.supportpin.domain.action.Action;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.check.Text;

/**
 * Applies one small fix to a hosting package.
 *
 * @param note why, in the agent's words: one line of 1–500 characters. It stays in the action's record and is sent to no other
 *     system
 */
public record ApplyMicroFix(PackageId packageId, Fix fix, String note) implements Action {

    private static final int LONGEST_NOTE = 500;

    public ApplyMicroFix {
        if (!(note(note) instanceof Valid<String>(var line) && line.equals(note))) {
            throw new IllegalArgumentException("not a note that could be given");
        }
    }

    /** Checks a note. Line breaks are refused like any other invisible character, so that a note is always one line. */
    public static Checked<String> note(String text) {
        return Text.line(text, 1, LONGEST_NOTE);
    }

    @Override
    public ActionName name() {
        return ActionName.APPLY_MICRO_FIX;
    }

    /** Omits the note, which may contain a name. */
    @Override
    public String toString() {
        return "ApplyMicroFix[" + packageId + ", " + fix + "]";
    }
}
