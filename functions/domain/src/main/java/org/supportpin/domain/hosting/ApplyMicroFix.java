package org.supportpin.domain.hosting;

import org.supportpin.domain.action.Action;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.check.Text;

/**
 * Carries one small fix out on a hosting package.
 *
 * @param note why, in the agent's words: one line of 1–500 characters. It stays on the action's record, and goes to no system
 */
public record ApplyMicroFix(PackageId packageId, Fix fix, String note) implements Action {

    private static final int LONGEST_NOTE = 500;

    public ApplyMicroFix {
        if (!(note(note) instanceof Valid<String>(var line) && line.equals(note))) {
            throw new IllegalArgumentException("not a note that could be given");
        }
    }

    /** Judges a note. Line breaks are refused like every other invisible character, so that a record's line stays one line. */
    public static Checked<String> note(String text) {
        return Text.line(text, 1, LONGEST_NOTE);
    }

    @Override
    public ActionName name() {
        return ActionName.APPLY_MICRO_FIX;
    }

    /** Without the note, which may name somebody. */
    @Override
    public String toString() {
        return "ApplyMicroFix[" + packageId + ", " + fix + "]";
    }
}
