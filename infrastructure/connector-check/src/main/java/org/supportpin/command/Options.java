package org.supportpin.command;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.supportpin.domain.check.Checked;

/** The options of a command, {@code --name=value} each. An empty value counts as none, because Maven passes them all. */
public final class Options {

    private Options() {}

    /**
     * Reads them, or says that one is none, without its value.
     *
     * @param name each option's, without the dashes
     */
    public static <O extends Enum<O>> Checked<Map<O, String>> read(
            List<String> arguments, Class<O> options, Function<O, String> name) {
        var values = new EnumMap<O, String>(options);
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            var known = List.of(options.getEnumConstants()).stream()
                    .filter(option -> parts[0].equals("--" + name.apply(option)))
                    .findFirst();
            if (known.isEmpty() || parts.length < 2) {
                return Checked.faulty("An argument is not one of the options.");
            }
            if (!parts[1].isBlank()) {
                values.put(known.get(), parts[1].strip());
            }
        }
        return Checked.valid(values);
    }
}
