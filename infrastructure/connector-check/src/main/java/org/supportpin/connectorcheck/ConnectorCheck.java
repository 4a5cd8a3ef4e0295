package org.supportpin.connectorcheck;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.supportpin.command.Report;
import org.supportpin.connectorcheck.Arguments.Option;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Checked.Valid;

/** The command: options in, a report and an exit code out. */
final class ConnectorCheck {

    static final int FITS = 0;
    static final int DOES_NOT_FIT = 1;
    static final int USAGE = 2;

    private final Outside outside;
    private final PrintStream out;

    ConnectorCheck(Outside outside, PrintStream out) {
        this.outside = outside;
        this.out = out;
    }

    /** Checks, and returns the exit code. */
    int run(List<String> options) {
        return switch (Arguments.parse(options)) {
            case Faulty<Arguments>(var faults) -> usage(faults.getFirst().message());
            case Valid<Arguments>(var arguments) -> run(arguments);
        };
    }

    private int run(Arguments arguments) {
        var connector = arguments.required(Option.CONNECTOR);
        var served = BackOfficeInterface.servedBy(connector);
        if (served.isEmpty()) {
            return usage("-Dconnector is not the name of a connector that can be checked.");
        }
        var asked = arguments.get(Option.INTERFACE);
        var chosen = served.stream()
                .filter(each -> asked.isEmpty() || asked.get().equals(each.text()))
                .toList();
        if (chosen.isEmpty()) {
            return usage("-Dinterface is not one that this connector serves.");
        }
        var settings = settings(arguments.required(Option.SETTINGS));
        if (settings.isEmpty()) {
            return usage("-Dsettings is not a file that can be read as UTF-8.");
        }
        var secrets = folder(arguments);
        if (arguments.get(Option.SECRETS).isPresent() && secrets.isEmpty()) {
            return usage("-Dsecrets is not a folder.");
        }
        var fits = true;
        for (var each : chosen) {
            fits &= check(each, connector, settings.get(), arguments, secrets);
        }
        return fits ? FITS : DOES_NOT_FIT;
    }

    private boolean check(
            BackOfficeInterface each, String connector, String settings, Arguments arguments, Optional<Path> folder) {
        var report = new Report("It fits, as far as reading can tell.", "It does not fit yet");
        var secrets = new GivenSecrets(folder.orElse(null), outside.environment());
        // A fault's own message may have a secret or a person in it.
        report.look(
                each.text(),
                Report::kindAndPlace,
                () -> new InterfaceCheck(outside, arguments, secrets, report).check(each, connector, settings));
        secrets.tell(report);
        out.println();
        out.println("Connector " + connector + " for " + each.text() + ". Only reading calls can be made.");
        report.lines().forEach(out::println);
        return report.fits();
    }

    private int usage(String fault) {
        var lines = new ArrayList<>(List.of(fault, ""));
        Arguments.USAGE.lines().forEach(lines::add);
        lines.forEach(out::println);
        return USAGE;
    }

    private static Optional<String> settings(String file) {
        try {
            return Optional.of(Files.readString(Path.of(file)));
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> folder(Arguments arguments) {
        try {
            return arguments.get(Option.SECRETS).map(Path::of).filter(Files::isDirectory);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
