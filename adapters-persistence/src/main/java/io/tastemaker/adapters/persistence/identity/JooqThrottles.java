package io.tastemaker.adapters.persistence.identity;

import static io.tastemaker.adapters.persistence.generated.identity.Tables.THROTTLE;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.application.identity.out.Throttles;
import java.time.Duration;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.Record2;

/** Attempts counted in PostgreSQL. */
public final class JooqThrottles implements Throttles {

    private final AcrossTeams acrossTeams;

    public JooqThrottles(AcrossTeams acrossTeams) {
        this.acrossTeams = acrossTeams;
    }

    @Override
    public Duration count(String bucket, Limit limit, Instant now) {
        Condition over = THROTTLE.WINDOW_BEGAN.le(now.minus(limit.window()));
        Record2<Instant, Integer> counted = acrossTeams.run(sql -> sql.insertInto(THROTTLE)
                .set(THROTTLE.BUCKET, bucket)
                .set(THROTTLE.WINDOW_BEGAN, now)
                .set(THROTTLE.ATTEMPTS, 1)
                .onConflict(THROTTLE.BUCKET)
                .doUpdate()
                .set(THROTTLE.WINDOW_BEGAN, when(over, excluded(THROTTLE.WINDOW_BEGAN)).otherwise(THROTTLE.WINDOW_BEGAN))
                .set(THROTTLE.ATTEMPTS, when(over, val(1)).otherwise(least(THROTTLE.ATTEMPTS.plus(1), val(limit.most() + 1))))
                .returningResult(THROTTLE.WINDOW_BEGAN, THROTTLE.ATTEMPTS)
                .fetchSingle());
        return counted.value2() <= limit.most() ? Duration.ZERO : limit.left(counted.value1(), now);
    }

    @Override
    public int purge(Instant before) {
        return acrossTeams.run(sql -> sql.deleteFrom(THROTTLE).where(THROTTLE.WINDOW_BEGAN.le(before)).execute());
    }
}
