package org.supportpin.backoffice.json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.check.Fault;

/**
 * A value read as far as possible, with the faults of the rest. A rule can judge it all the same, so that the faults of the JSON and those
 * of the rule are reported together.
 *
 * @param value with stand-ins for what could not be read
 * @param faults empty if everything could be read
 */
public record PartialResult<T>(T value, List<Fault> faults) {

    public PartialResult {
        faults = List.copyOf(faults);
    }

    /**
     * The value, if the JSON has no fault and the rule accepts it; otherwise all faults of both. The rule's faults of a stand-in, at or
     * below the place of a JSON fault, are left out.
     */
    public <R> Checked<R> judge(Function<? super T, Checked<R>> rule) {
        var verdict = rule.apply(value);
        if (faults.isEmpty()) {
            return verdict;
        }
        var all = new ArrayList<>(faults);
        if (verdict instanceof Faulty<R>(var found)) {
            found.stream().filter(fault -> !isReported(fault)).forEach(all::add);
        }
        return Checked.faulty(all);
    }

    /**
     * Like {@link #judge(Function)}, with another rule if the JSON has a fault: one that reports more than it would alone.
     *
     * @param strictly only its faults matter
     */
    public <R> Checked<R> judge(
            Function<? super T, Checked<R>> rule, Function<? super T, ? extends Checked<?>> strictly) {
        return faults.isEmpty()
                ? rule.apply(value)
                : judge(value -> strictly.apply(value) instanceof Faulty<?>(var found)
                        ? Checked.<R>faulty(found)
                        : rule.apply(value));
    }

    /** Reads and judges like {@link #judge(Function, Function)}. */
    public static <T, R> Read<R> judged(
            Read<PartialResult<T>> read,
            Function<? super T, Checked<R>> rule,
            Function<? super T, ? extends Checked<?>> strictly) {
        return json -> read.from(json).flatMap(partly -> partly.judge(rule, strictly));
    }

    /** Reads and judges. */
    public static <T, R> Read<R> judged(Read<PartialResult<T>> read, Function<? super T, Checked<R>> rule) {
        return json -> read.from(json).flatMap(partly -> partly.judge(rule));
    }

    /** A value, or its stand-in if it cannot be read. */
    public static <T> Function<Json, PartialResult<T>> or(T standIn, Read<T> read) {
        return json -> switch (read.from(json)) {
            case Valid<T>(var value) -> new PartialResult<>(value, List.of());
            case Faulty<T>(var faults) -> new PartialResult<>(standIn, faults);
        };
    }

    /** An object made with {@link Fields#partly}, or its stand-in if the JSON is not an object. */
    public static <T> Function<Json, PartialResult<T>> object(T standIn, Function<Fields, PartialResult<T>> fields) {
        return json -> json instanceof Obj object
                ? fields.apply(new Fields(object))
                : new PartialResult<>(standIn, List.of(new Fault("", "Enter a JSON object.")));
    }

    /** A list with a length within bounds, both inclusive; a list of another length is not read. */
    public static <T> Read<PartialResult<List<T>>> list(Function<Json, PartialResult<T>> each, int min, int max) {
        return json -> Read.list(Read.json(), min, max).from(json).map(items -> {
            var values = new ArrayList<T>();
            var faults = new ArrayList<Fault>();
            for (int index = 0; index < items.size(); index++) {
                var item = each.apply(items.get(index));
                values.add(item.value());
                for (var fault : item.faults()) {
                    faults.add(fault.within(index));
                }
            }
            return new PartialResult<>(List.copyOf(values), faults);
        });
    }

    private boolean isReported(Fault fault) {
        return faults.stream()
                .map(Fault::pointer)
                .anyMatch(place ->
                        fault.pointer().equals(place) || fault.pointer().startsWith(place + "/"));
    }
}
