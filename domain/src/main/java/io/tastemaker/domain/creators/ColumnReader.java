package io.tastemaker.domain.creators;

import java.util.List;
import java.util.Optional;

/**
 * A column that is read, and how.
 *
 * @param index its place in the row, from 0
 * @param label its header as reported
 * @param meaning what it means
 * @param mark what separates fractions in it
 * @param unit the power of ten its numbers are multiplied by
 * @param percent whether its rates are in percent
 * @param daysFirst whether its days have the day before the month, where that is known
 */
record ColumnReader(int index, String label, Meaning meaning, DecimalMark mark, int unit, boolean percent, Optional<Boolean> daysFirst) {

    /** The value of this column in a row, clean; empty when the row is shorter or says nothing. */
    Optional<String> in(List<String> cells) {
        if (index >= cells.size() || MissingText.isMissing(cells.get(index))) {
            return Optional.empty();
        }
        return Optional.of(CleanText.of(cells.get(index)).value()).filter(text -> !MissingText.isMissing(text));
    }

    CountText count(String text) {
        return CountText.of(NumberText.read(text, mark), unit, meaning.most());
    }
}
