<?php

require __DIR__ . '/../init.php';

// The client area's session stays.
unset($_SESSION['adminid'], $_SESSION['asOwner']);
header('Location: login.php');
