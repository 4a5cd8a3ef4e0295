package org.supportpin.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What a check saw, in its order: what is well, what to know, and what does not fit, with what to do. */
public final class Report {

    /** How a finding bears on whether the system fits. */
    public enum Kind {
        OK,
        NOTE,
        PROBLEM
    }

    /**
     * One finding.
     *
     * @param advice what to do; empty for nothing
     */
    public record Finding(Kind kind, String text, String advice) {}

    private final List<Finding> findings = new ArrayList<>();
    private final String fits;
    private final String doesNotFit;

    /**
     * @param fits the last line if there is no problem
     * @param doesNotFit the beginning of the last line otherwise, before the number of problems
     */
    public Report(String fits, String doesNotFit) {
        this.fits = fits;
        this.doesNotFit = doesNotFit;
    }

    public Report ok(String text) {
        return add(new Finding(Kind.OK, text, ""));
    }

    /** It may be as it should, but somebody has to know. */
    public Report note(String text, String advice) {
        return add(new Finding(Kind.NOTE, text, advice));
    }

    /** It does not fit. */
    public Report problem(String text, String advice) {
        return add(new Finding(Kind.PROBLEM, text, advice));
    }

    /** One look at something. */
    @FunctionalInterface
    public interface Look<E extends Exception> {
        void look() throws E;
    }

    /**
     * Looks at something, so that a fault ends this look alone, and is told as a problem.
     *
     * @param words what to tell of a fault
     */
    public <E extends Exception> void look(String at, Function<RuntimeException, String> words, Look<E> look) throws E {
        try {
            look.look();
        } catch (RuntimeException e) {
            problem(
                    "Looking at " + at + " broke off: " + words.apply(e) + ".",
                    "This is a fault of the check; please report it.");
        }
    }

    /** What happened and where, without its message, in which anything may be. */
    public static String kindAndPlace(RuntimeException fault) {
        var ours = Arrays.stream(fault.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.supportpin."))
                .findFirst();
        return fault.getClass().getSimpleName()
                + ours.map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
                        .orElse("");
    }

    /** The same finding of several calls counts once. */
    private Report add(Finding finding) {
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
        return this;
    }

    public boolean fits() {
        return problems() == 0;
    }

    private long problems() {
        return findings.stream().filter(each -> each.kind() == Kind.PROBLEM).count();
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** One or two lines each, and the verdict. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        for (var finding : findings) {
            lines.add("  %-8s %s"
                    .formatted(
                            finding.kind() == Kind.PROBLEM
                                    ? "PROBLEM"
                                    : finding.kind().name().toLowerCase(Locale.ROOT),
                            finding.text()));
            if (!finding.advice().isEmpty()) {
                lines.add("           → " + finding.advice());
            }
        }
        lines.add(
                fits()
                        ? fits
                        : "%s: %d %s.".formatted(doesNotFit, problems(), problems() == 1 ? "problem" : "problems"));
        return List.copyOf(lines);
    }
}
