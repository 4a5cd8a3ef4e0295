<?php

require __DIR__ . '/init.php';

// Of no WHMCS: ?minutes=… go by, for what the session keeps; ?spoil: what it keeps was signed by a key that is no longer known.
$_SESSION['support_pin']['until'] -= 60 * (int) ($_GET['minutes'] ?? 0);
if (isset($_GET['spoil'])) {
    $_SESSION['support_pin']['token'] = preg_replace('/.{8}$/D', 'AAAAAAAA', $_SESSION['support_pin']['token']);
}
