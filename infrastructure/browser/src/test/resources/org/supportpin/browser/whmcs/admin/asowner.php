<?php

require __DIR__ . '/../init.php';

// "Login as Owner" of a client's profile. The documentation does not say whether UserLogin runs then (&quietly: it does not).
if (isset($_SESSION['adminid'])) {
    $_SESSION['client'] = (int) $_GET['userid'];
    $_SESSION['user'] = (new WHMCS\User\Client($_SESSION['client']))->owner()->id;
    $_SESSION['asOwner'] = true;
    if (!isset($_GET['quietly'])) {
        run_hook('UserLogin', ['user' => new WHMCS\User\User($_SESSION['user'])]);
    }
}
header('Location: ../index.php');
