package io.tastemaker.domain.creators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the numeric columns of a list relate row by row: whether they say the same, and which is greater. */
final class PairProfiles {

    private final List<Integer> numeric = new ArrayList<>();
    private final long[][] both;
    private final long[][] same;
    private final long[][] greater;

    PairProfiles(List<ColumnHeader> headers) {
        for (int i = 0; i < headers.size() && numeric.size() < 40; i++) {
            if (headers.get(i).meaning().map(meaning -> meaning.reading().isNumeric()).orElse(false)) {
                numeric.add(i);
            }
        }
        int size = headers.size();
        both = new long[size][size];
        same = new long[size][size];
        greater = new long[size][size];
    }

    void look(List<Optional<BigDecimal>> numbers) {
        for (int a : numeric) {
            for (int b : numeric) {
                if (a != b && numbers.get(a).isPresent() && numbers.get(b).isPresent()) {
                    look(a, numbers.get(a).get(), b, numbers.get(b).get());
                }
            }
        }
    }

    private void look(int a, BigDecimal first, int b, BigDecimal second) {
        if (first.signum() == 0 && second.signum() == 0) {
            return; // two empty accounts tell nothing
        }
        both[a][b]++;
        same[a][b] += agree(first, second) ? 1 : 0;
        greater[a][b] += first.compareTo(second) > 0 ? 1 : 0;
    }

    /** Whether two numbers are one, given that the coarser of them was rounded or cut at its last place. */
    static boolean agree(BigDecimal first, BigDecimal second) {
        BigDecimal coarser = first.ulp().max(second.ulp());
        BigDecimal distance = first.subtract(second).abs();
        return distance.signum() == 0 || distance.compareTo(coarser) < 0 && coarser.compareTo(BigDecimal.ONE) > 0;
    }

    long both(int a, int b) {
        return both[a][b];
    }

    long same(int a, int b) {
        return same[a][b];
    }

    /** In how many rows the first column exceeds the second. */
    long greater(int a, int b) {
        return greater[a][b];
    }
}
