package org.supportpin.backoffice.json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.supportpin.backoffice.json.Json.Arr;
import org.supportpin.backoffice.json.Json.Bool;
import org.supportpin.backoffice.json.Json.Num;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.Json.Str;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.check.Fault;

/** Reads a value of the domain from JSON, or reports every fault. */
@FunctionalInterface
public interface Read<T> {

    Checked<T> from(Json json);

    static Read<Json> json() {
        return Checked::valid;
    }

    static Read<String> string() {
        return text(Checked::valid);
    }

    /** A string that a rule of the domain accepts. */
    static <T> Read<T> text(Function<String, Checked<T>> rule) {
        return json -> json instanceof Str(var value)
                ? rule.apply(value)
                : Checked.faulty("Enter a string.", "Δώστε κείμενο.");
    }

    /**
     * A string that matches a regular expression.
     *
     * @param fault what to say of any other
     */
    static Read<String> matching(String pattern, String fault) {
        return text(text -> text.matches(pattern) ? Checked.valid(text) : Checked.faulty(fault));
    }

    /** A whole number within bounds, both inclusive. */
    static Read<Integer> integer(int min, int max) {
        return json -> {
            if (json instanceof Num(var value)
                    && value.stripTrailingZeros().scale() <= 0
                    && value.compareTo(java.math.BigDecimal.valueOf(min)) >= 0
                    && value.compareTo(java.math.BigDecimal.valueOf(max)) <= 0) {
                return Checked.valid(value.intValueExact());
            }
            return Checked.faulty(
                    "Enter a whole number from " + min + " to " + max + ".",
                    "Δώστε ακέραιο αριθμό από " + min + " έως " + max + ".");
        };
    }

    static Read<Boolean> bool() {
        return json -> json instanceof Bool(var value)
                ? Checked.valid(value)
                : Checked.faulty("Enter true or false.", "Δώστε true ή false.");
    }

    /** An object, read member by member. */
    static <T> Read<T> object(Function<Fields, Checked<T>> fields) {
        return json -> json instanceof Obj object
                ? fields.apply(new Fields(object))
                : Checked.faulty("Enter a JSON object.", "Δώστε αντικείμενο JSON.");
    }

    /** A list with a length within bounds, both inclusive. */
    static <T> Read<List<T>> list(Read<T> each, int min, int max) {
        return json -> {
            if (!(json instanceof Arr(var items))) {
                return Checked.faulty("Enter a list.", "Δώστε λίστα.");
            }
            if (items.size() < min || items.size() > max) {
                return Checked.faulty(
                        "Enter " + min + " to " + max + " items.", "Δώστε από " + min + " έως " + max + " στοιχεία.");
            }
            var values = new ArrayList<T>();
            var faults = new ArrayList<Fault>();
            for (int index = 0; index < items.size(); index++) {
                int place = index;
                switch (each.from(items.get(index))) {
                    case Valid<T>(var value) -> values.add(value);
                    case Faulty<T>(var found) -> found.forEach(fault -> faults.add(fault.within(place)));
                }
            }
            return faults.isEmpty() ? Checked.valid(List.copyOf(values)) : Checked.faulty(faults);
        };
    }
}
