package org.supportpin.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

class CrashPointsTest {

    interface Shelf {
        void put(String book);

        List<String> books();
    }

    private record InMemoryShelf(List<String> books) implements Shelf {
        InMemoryShelf() {
            this(new ArrayList<>());
        }

        @Override
        public void put(String book) {
            books.add(book);
        }
    }

    @Test
    void eachCallHasTwoPoints() {
        var found = new ArrayList<String>();
        var tests = CrashPoints.each(points -> {
            var real = new InMemoryShelf();
            points.run(() -> putTwo(points.wrap(Shelf.class, real)));
            found.add(String.join(" ", real.books()));
        });

        assertThat(run(tests.toList()))
                .containsExactly(
                        "before Shelf.put (1)", "after Shelf.put (1)", "before Shelf.put (2)", "after Shelf.put (2)");
        assertThat(found).containsExactly("a b", "", "a", "a", "a b");
    }

    @Test
    void afterACrashNothingIsCalledAnyMoreUntilTheNextRun() {
        var found = new TreeSet<String>();
        run(CrashPoints.each(points -> {
                    var real = new InMemoryShelf();
                    var shelf = points.wrap(Shelf.class, real);
                    points.run(() -> {
                        try {
                            shelf.put("a");
                        } finally {
                            shelf.put("b");
                        }
                        return true;
                    });
                    if (points.isStopped()) {
                        points.run(() -> putTwo(shelf));
                    }
                    found.add(String.join(" ", real.books()));
                })
                .toList());

        assertThat(found).containsExactly("a a b", "a b", "a b a b");
    }

    @Test
    void aFailureIsOneCallOnly() {
        var found = new TreeSet<String>();
        run(CrashPoints.eachFailure(Shelf.class, IllegalStateException::new, points -> {
                    var real = new InMemoryShelf();
                    var shelf = points.wrap(Shelf.class, real);
                    points.run(() -> {
                        try {
                            shelf.put("a");
                        } catch (IllegalStateException _) {
                            shelf.put("again");
                        }
                        return true;
                    });
                    found.add(String.join(" ", real.books()));
                })
                .toList());

        assertThat(found).containsExactly("a", "a again", "again");
    }

    @Test
    void callsBesideAreFoundToo() {
        var tests = CrashPoints.each(points -> {
            var real = new InMemoryShelf();
            var shelf = points.wrap(Shelf.class, real);
            var done = points.run(() -> {
                CompletableFuture.runAsync(() -> shelf.put("a")).join();
                return true;
            });
            assertThat(done)
                    .as("what ran beside does not hide the crash")
                    .isEqualTo(points.isStopped() ? java.util.Optional.empty() : java.util.Optional.of(true));
        });

        assertThat(run(tests.toList())).hasSize(2);
    }

    @Test
    void whatElseGoesWrongIsNotHidden() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> CrashPoints.each(points -> points.run(() -> {
                    throw new IllegalStateException("not a crash");
                })));
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> CrashPoints.each(points -> {}));

        var tellings = new ArrayList<Integer>();
        var tests = CrashPoints.each(points -> {
            tellings.add(tellings.size());
            if (tellings.size() == 1) {
                points.run(() -> putTwo(points.wrap(Shelf.class, new InMemoryShelf())));
            }
        });
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(
                        () -> tests.findFirst().orElseThrow().getExecutable().execute())
                .withMessageContaining("did not come to its point");
    }

    private static boolean putTwo(Shelf shelf) {
        shelf.put("a");
        shelf.put("b");
        return true;
    }

    private static List<String> run(List<DynamicTest> tests) {
        return tests.stream()
                .map(test -> {
                    try {
                        test.getExecutable().execute();
                    } catch (Throwable e) {
                        throw new AssertionError(test.getDisplayName(), e);
                    }
                    return test.getDisplayName();
                })
                .toList();
    }
}
