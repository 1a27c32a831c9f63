/** Routes: wallets, their ledger, prices and plans; and how routes that charge answer. */
package io.tastemaker.adapters.http.wallets;
