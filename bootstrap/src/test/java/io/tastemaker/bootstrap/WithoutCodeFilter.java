package io.tastemaker.bootstrap;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;

/**
 * Takes the team out of the conditions of every statement, as if its programmer had forgotten it; of every one that jOOQ runs. The few by which
 * wallets are loaded and changed go past it: {@link BeltsTest} looks at the rows behind them.
 */
final class WithoutCodeFilter implements ExecuteListener {

    private static final long serialVersionUID = 1L;
    private static final String VALUE = "(?:cast\\(\\? as uuid\\)|\\?(?:::uuid)?)";
    private static final Pattern EQUAL = Pattern.compile("(?:\"?\\w+\"?\\.)*\"?team_id\"? = (" + VALUE + ")");
    private static final Pattern AMONG = Pattern.compile("(?:\"?\\w+\"?\\.)*\"?team_id\"? in \\((" + VALUE + "), (" + VALUE + ")\\)");

    private final AtomicInteger forgotten = new AtomicInteger();
    private final AtomicInteger ofWallets = new AtomicInteger();

    /** In how many statements the team was forgotten. */
    int forgotten() {
        return forgotten.get();
    }

    /** In how many of those that read the books of wallets. */
    int forgottenOfWallets() {
        return ofWallets.get();
    }

    @Override
    public void renderEnd(ExecuteContext context) {
        String sql = context.sql();
        if (sql == null || sql.startsWith("insert")) {
            return;
        }
        Matcher equal = EQUAL.matcher(sql);
        String without = AMONG.matcher(equal.replaceAll("cast($1 as uuid) is not null"))
                .replaceAll("coalesce(cast($1 as uuid), cast($2 as uuid)) is not null");
        if (!without.equals(sql)) {
            forgotten.incrementAndGet();
            ofWallets.addAndGet(sql.contains("\"wallets\".") ? 1 : 0);
            context.sql(without);
        }
    }
}
