package org.supportpin.connectorcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the check saw, in its order: what is well, what to know, and what does not fit, with what to do. */
final class Report {

    /** How a finding bears on whether the system fits. */
    enum Kind {
        OK,
        NOTE,
        PROBLEM
    }

    /**
     * One finding.
     *
     * @param advice what to do; empty for nothing
     */
    record Finding(Kind kind, String text, String advice) {}

    private final List<Finding> findings = new ArrayList<>();

    Report ok(String text) {
        return add(new Finding(Kind.OK, text, ""));
    }

    /** It may be as it should, but somebody has to know. */
    Report note(String text, String advice) {
        return add(new Finding(Kind.NOTE, text, advice));
    }

    /** It does not fit. */
    Report problem(String text, String advice) {
        return add(new Finding(Kind.PROBLEM, text, advice));
    }

    /** The same finding of several calls counts once. */
    private Report add(Finding finding) {
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
        return this;
    }

    boolean fits() {
        return problems() == 0;
    }

    private long problems() {
        return findings.stream().filter(each -> each.kind() == Kind.PROBLEM).count();
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** One or two lines each, and the verdict. */
    List<String> lines() {
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
                        ? "It fits, as far as reading can tell."
                        : "It does not fit yet: %d %s."
                                .formatted(problems(), problems() == 1 ? "problem" : "problems"));
        return List.copyOf(lines);
    }
}
