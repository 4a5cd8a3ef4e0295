package org.supportpin.backoffice.mail.smtp;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.domain.mail.MailSender.Sent;

/**
 * How long a mail server may take, as long as the {@link Deadline} of the work at hand allows.
 *
 * @param connect for the connection
 * @param ready until it is ready for the content, everything before included. RFC 5321 §4.5.3.2 gives each command five minutes, but a
 *     mail that was not begun in time is certainly not sent, and is simply tried again
 * @param taken from then on, until it has taken the mail: ten minutes (RFC 5321 §4.5.3.2.6), for a server filters before it answers, and a
 *     client that does not wait sends what was delivered once more
 */
public record SmtpTimeouts(Duration connect, Duration ready, Duration taken) {

    public static final SmtpTimeouts USUAL =
            new SmtpTimeouts(Duration.ofSeconds(30), Duration.ofMinutes(4), Duration.ofMinutes(10));

    /** Waits for an exchange, which is interrupted when its time is over. */
    CallOutcome<Sent> await(FutureTask<CallOutcome<Sent>> exchange, Letter letter) {
        var untilReady = Deadline.current().atMost(ready);
        if (untilReady.isZero() || Thread.currentThread().isInterrupted()) {
            return CallOutcome.notDone();
        }
        Thread.ofVirtual().start(exchange);
        try {
            return exchange.get(untilReady.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return letter.giveUp() ? ended(exchange, letter) : awaitTaken(exchange, letter);
        } catch (ExecutionException e) {
            throw failed(e);
        } catch (InterruptedException e) {
            return interrupted(exchange, letter);
        }
    }

    private CallOutcome<Sent> awaitTaken(FutureTask<CallOutcome<Sent>> exchange, Letter letter) {
        try {
            return exchange.get(Deadline.current().atMost(taken).toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return ended(exchange, letter);
        } catch (ExecutionException e) {
            throw failed(e);
        } catch (InterruptedException e) {
            return interrupted(exchange, letter);
        }
    }

    private static CallOutcome<Sent> ended(FutureTask<CallOutcome<Sent>> exchange, Letter letter) {
        exchange.cancel(true);
        return letter.unanswered();
    }

    private static CallOutcome<Sent> interrupted(FutureTask<CallOutcome<Sent>> exchange, Letter letter) {
        Thread.currentThread().interrupt();
        return ended(exchange, letter);
    }

    private static IllegalStateException failed(ExecutionException e) {
        return new IllegalStateException("an exchange failed unexpectedly", e.getCause());
    }
}
