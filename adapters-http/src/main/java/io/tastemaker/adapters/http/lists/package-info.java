/** Routes: lists of creators, their items, with whom they are shared, and templates for them. */
package io.tastemaker.adapters.http.lists;
