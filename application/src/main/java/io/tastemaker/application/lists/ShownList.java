package io.tastemaker.application.lists;

import io.tastemaker.domain.lists.ListRight;
import io.tastemaker.domain.lists.TeamList;

/**
 * A list as somebody sees it.
 *
 * @param list the list
 * @param right what the reader may do with it, at least to read
 * @param items how many creators are on it
 */
public record ShownList(TeamList list, ListRight right, int items) {}
