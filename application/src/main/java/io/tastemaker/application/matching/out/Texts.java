package io.tastemaker.application.matching.out;

import io.tastemaker.domain.matching.Catalogue;
import io.tastemaker.domain.matching.RowSet;
import io.tastemaker.domain.matching.TextQuestion;

/** What the creators of one state of a catalogue say in their names, handles, biographies and captions. It never changes either. */
public interface Texts {

    /**
     * Whose texts these are.
     *
     * @return the state of the catalogue
     */
    Catalogue catalogue();

    /**
     * Looks who says something. Accents and letter case make no difference, words are found whole, and where a script has no spaces
     * between them, anywhere. A caption that a team imported is found for that team only.
     *
     * @param question what
     * @return the rows of the catalogue
     */
    RowSet saying(TextQuestion question);
}
